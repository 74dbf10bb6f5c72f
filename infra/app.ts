import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { App, Validations } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { HotlineStack } from "./hotline-stack.ts";
import { stageOf } from "./stage-of.ts";

const app = new App();
const stage = stageOf((name) => app.node.tryGetContext(name));
const bundles: unknown = app.node.tryGetContext("bundles");
const dist = typeof bundles === "string" ? bundles : fileURLToPath(new URL("../dist", import.meta.url));
new HotlineStack(app, "Hotline", {
  stackName: `hotline1022-${stage.name}`,
  stage,
  codeOf: (name) => Code.fromAsset(join(dist, name)),
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
