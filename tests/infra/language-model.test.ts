import { AwsSolutionsChecks } from "cdk-nag";
import { expect, it } from "vitest";
import { stageOf } from "../../infra/stage-of.ts";
import { at, listOf, type Synthesised, synthesised } from "./synthesised.ts";

const given = { modelId: "amazon.nova-lite-v1:0", region: "ap-southeast-1" };
const from = (languageModel?: unknown) =>
  stageOf((name) =>
    name === "languageModel" && languageModel !== undefined ? JSON.stringify(languageModel) : undefined,
  );

const statements = ({ of }: Synthesised) =>
  of("AWS::IAM::Policy").flatMap(({ id, properties }) =>
    listOf(at(properties, "PolicyDocument", "Statement")).map((statement) => ({ owner: id, statement })),
  );
const ofBedrock = (stack: Synthesised) =>
  statements(stack).filter(({ statement }) => JSON.stringify(at(statement, "Action")).includes("bedrock"));
const told = ({ of }: Synthesised) =>
  of("AWS::Lambda::Function").filter(
    ({ properties }) => at(properties, "Environment", "Variables", "LANGUAGE_MODEL") !== undefined,
  );

const off = synthesised(from());
const on = synthesised(from(given));

it("without a language model nothing of it is deployed", () => {
  expect(from().languageModel).toBeUndefined();
  expect(ofBedrock(off)).toEqual([]);
  expect(told(off)).toEqual([]);
});

it("switched on, the function that reads transcripts may ask that one model, and no other function may", () => {
  const [permission, ...others] = ofBedrock(on);
  expect(others).toEqual([]);
  expect(permission?.owner).toMatch(/^readtranscript/);
  expect(at(permission?.statement, "Action")).toBe("bedrock:InvokeModel");
  expect(JSON.stringify(at(permission?.statement, "Resource"))).toMatch(
    /:bedrock:ap-southeast-1::foundation-model\/amazon\.nova-lite-v1:0"/,
  );
  const [reader, ...noneElse] = told(on);
  expect(noneElse).toEqual([]);
  expect(at(reader?.properties, "Environment", "Variables", "LANGUAGE_MODEL")).toBe(
    JSON.stringify({ ...given, promptVersion: "1", timeoutMs: 8000 }),
  );
  expect(new AwsSolutionsChecks(on.app).validateScope(on.app).violations).toEqual([]);
});

it("refuses an inference profile before anything is deployed", () => {
  expect(() => from({ ...given, modelId: "apac.amazon.nova-lite-v1:0" })).toThrow("expected a foundation model's id");
});
