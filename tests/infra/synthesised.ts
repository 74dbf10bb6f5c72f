import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import * as z from "zod";
import cdk from "../../cdk.json" with { type: "json" };
import { HotlineStack } from "../../infra/hotline-stack.ts";
import type { Stage } from "../../infra/stages.ts";

const resourceSchema = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });

export interface Resource {
  readonly id: string;
  readonly type: string;
  /** As CloudFormation reads them; ours to look into, with `at`. */
  readonly properties: unknown;
}

export interface Synthesised {
  readonly app: App;
  readonly template: Template;
  readonly all: readonly Resource[];
  of(type: string): readonly Resource[];
}

/** The switches of CDK's behaviour with which we deploy. */
const flags = cdk.context;

/** The stack of a stage without its bundles, which no rule about infrastructure needs. */
export function synthesised(stage: Stage): Synthesised {
  const app = new App({ context: flags });
  const codeOf = () => Code.fromInline("exports.handler = async () => undefined;");
  const template = Template.fromStack(new HotlineStack(app, "Hotline", { stage, codeOf }));
  const resources = z.record(z.string(), resourceSchema).parse(template.toJSON()["Resources"]);
  const all = Object.entries(resources).map(([id, { Type: type, Properties: properties }]) => ({
    id,
    type,
    properties,
  }));
  return { app, template, all, of: (type) => all.filter((resource) => resource.type === type) };
}

/** What stands at a path in a value that nobody has typed, or undefined. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** The logical id that `{ "Fn::GetAtt": [id, ...] }` or `{ "Ref": id }` points to. */
export const pointsTo = (value: unknown): unknown => at(value, "Fn::GetAtt", 0) ?? at(value, "Ref");

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
