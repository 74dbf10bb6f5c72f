import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { dev, prod } from "../../infra/stages.ts";
import { accessRules } from "./access-rules.ts";
import { alarmRules } from "./alarm-rules.ts";
import { functionRules } from "./function-rules.ts";
import { queueRules } from "./queue-rules.ts";
import { storageRules } from "./storage-rules.ts";
import { at, synthesised } from "./synthesised.ts";

const issuer = { kind: "oidc", issuer: "https://login.example/realms/desk", audience: "desk" } as const;
const production = synthesised({ ...prod, staffLogin: issuer });
const development = synthesised(dev);

describe("each queue", () => queueRules(production));
describe("each function", () => functionRules(production));
describe("access", () => accessRules(production));
describe("storage", () => storageRules(production));
describe("alarms", () => alarmRules(production));

const findings = (pack: NagPack, { app }: typeof production): unknown[] =>
  pack
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${String(constructPath)}`),
    );

describe.each([
  ["production", production],
  ["development", development],
])("%s", (_name, stack) => {
  it("has no finding of cdk-nag without a written reason", () => {
    expect(findings(new AwsSolutionsChecks(stack.app), stack)).toEqual([]);
    expect(findings(new ServerlessChecks(stack.app), stack)).toEqual([]);
  });
});

describe("stages", () => {
  it("differ as data: both make the same resources, but for the user pool that stands in for an issuer", () => {
    const kinds = (stack: typeof production) => stack.all.map(({ id }) => id).filter((id) => !/Staff(Pool|$)/.test(id));
    expect(kinds(development).sort()).toEqual(kinds(production).sort());
  });

  it("trust the province's own issuer where it has one", () => {
    const [authorizer] = production.of("AWS::ApiGatewayV2::Authorizer");
    expect(at(authorizer?.properties, "JwtConfiguration")).toEqual({ Audience: ["desk"], Issuer: issuer.issuer });
    expect(production.of("AWS::Cognito::UserPool")).toEqual([]);
  });

  it("make a user pool on request: invited officers with a second factor", () => {
    const [pool] = development.of("AWS::Cognito::UserPool");
    expect(at(pool?.properties, "AdminCreateUserConfig", "AllowAdminCreateUserOnly")).toBe(true);
    expect(at(pool?.properties, "MfaConfiguration")).toBe("ON");
  });
});
