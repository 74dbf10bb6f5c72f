import { runInNewContext } from "node:vm";
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { deskUser } from "#access/staff";
import { dev, prod } from "../../infra/stages.ts";
import { accessRules } from "./access-rules.ts";
import { alarmRules } from "./alarm-rules.ts";
import { functionRules } from "./function-rules.ts";
import { queueRules } from "./queue-rules.ts";
import { storageRules } from "./storage-rules.ts";
import { at, synthesised } from "./synthesised.ts";

const issuer = { kind: "oidc", issuer: "https://login.example/realms/desk", audience: "desk" } as const;
const emailDomain = "hotline1022.example";
const production = synthesised({ ...prod, staffLogin: issuer, emailDomain });
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
  it("differ as data: both make the same resources, but for what one has asked for", () => {
    const asked = /Staff(Pool|Claims|$)|^Mail|TranscriptsBucketPolicy/;
    const kinds = (stack: typeof production) => stack.all.map(({ id }) => id).filter((id) => !asked.test(id));
    expect(kinds(development).sort()).toEqual(kinds(production).sort());
  });

  it("lay mail that citizens write into the bucket from which files are read", () => {
    const [rule] = production.of("AWS::SES::ReceiptRule");
    expect(at(rule?.properties, "Rule", "Recipients")).toEqual([emailDomain]);
    expect(at(rule?.properties, "Rule", "Actions", 0, "S3Action", "ObjectKeyPrefix")).toBe("mail/");
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

  it("give the pool's tokens the claims that the desk reads from any issuer", async () => {
    const claims = development.of("AWS::Lambda::Function").find(({ id }) => id.includes("StaffClaims"));
    const loaded: { handler?: (event: unknown) => Promise<unknown> } = {};
    runInNewContext(String(at(claims?.properties, "Code", "ZipFile")), { exports: loaded });
    const userAttributes = { "custom:roles": "officer supervisor", "custom:agencies": "so-xay-dung" };
    const answer = await loaded.handler?.({ request: { userAttributes } });
    const token = at(answer, "response", "claimsAndScopeOverrideDetails", "accessTokenGeneration");
    expect(deskUser({ sub: "1", ...Object(at(token, "claimsToAddOrOverride")) })).toEqual({
      id: "1",
      roles: ["officer", "supervisor"],
      agencies: ["so-xay-dung"],
      areas: [],
    });
  });
});
