import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { LanguageModelSettings } from "#language-model/language-model-settings";
import type { HotlineFunction } from "./hotline-function.ts";

/** Lets a function ask one foundation model of one region, and nothing else of Bedrock. */
export function asksLanguageModel(asker: HotlineFunction, model: LanguageModelSettings): void {
  const { region, modelId } = model;
  const arn = Stack.of(asker).formatArn({
    service: "bedrock",
    region,
    account: "",
    resource: "foundation-model",
    resourceName: modelId,
  });
  asker.may(new PolicyStatement({ sid: "AskLanguageModel", actions: ["bedrock:InvokeModel"], resources: [arn] }));
  asker.isTold("LANGUAGE_MODEL", JSON.stringify(model));
}
