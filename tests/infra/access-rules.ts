import { expect, it } from "vitest";
import { at, listOf, type Synthesised } from "./synthesised.ts";

interface Permission {
  readonly owner: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Who may do what, and who may come in. */
export function accessRules({ of }: Synthesised): void {
  const permissions: readonly Permission[] = of("AWS::IAM::Policy").flatMap(({ id, properties }) =>
    listOf(at(properties, "PolicyDocument", "Statement")).map((statement) => ({
      owner: id,
      actions: listOf(at(statement, "Action")).map(String),
      resources: listOf(at(statement, "Resource")).map((resource) => JSON.stringify(resource)),
    })),
  );

  it("names every action", () => {
    expect(permissions.filter(({ actions }) => actions.some((action) => action.includes("*")))).toEqual([]);
  });

  it("names every resource, but for X-Ray that has no names and files that have none yet", () => {
    const wide = permissions.filter(({ resources }) => resources.some((resource) => resource.includes("*")));
    const allowed = ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "s3:GetObject", "s3:PutObject"];
    expect(wide.filter(({ actions }) => !actions.every((action) => allowed.includes(action)))).toEqual([]);
    const files = wide.filter(({ actions }) => actions.some((action) => action.startsWith("s3:")));
    for (const { resources } of files) expect(resources.join()).toMatch(/hotline1022-prod-(transcripts|attachments)-/);
  });

  it("lets nobody scan the table", () => {
    expect(permissions.filter(({ actions }) => actions.includes("dynamodb:Scan"))).toEqual([]);
  });

  it("keeps the functions that strangers reach with unread bodies away from the table", () => {
    const webhooks = permissions.filter(({ owner }) => owner.startsWith("channelwebhooks"));
    expect(webhooks.flatMap(({ actions }) => actions).filter((action) => action.startsWith("dynamodb:"))).toEqual([]);
  });

  it("uses no ready-made policy of AWS", () => {
    for (const { properties } of of("AWS::IAM::Role")) expect(at(properties, "ManagedPolicyArns")).toBeUndefined();
  });

  it("opens these paths and no other, the desk's only with a token", () => {
    const routes = of("AWS::ApiGatewayV2::Route").map(
      ({ properties }) => `${String(at(properties, "RouteKey"))} ${String(at(properties, "AuthorizationType"))}`,
    );
    expect(routes.sort()).toEqual([
      "ANY /api/{path+} NONE",
      "ANY /desk/{path+} JWT",
      "ANY /docs NONE",
      "ANY /open311/{path+} NONE",
      "ANY /openapi.json NONE",
      "ANY /webhooks/{path+} NONE",
    ]);
  });

  it("has no route of a laptop's /dev and no catch-all that could lead to one", () => {
    const keys = of("AWS::ApiGatewayV2::Route").map(({ properties }) => String(at(properties, "RouteKey")));
    expect(keys.filter((key) => key.includes("/dev") || key === "$default" || key.includes(" /{"))).toEqual([]);
  });

  it("makes nothing public but the API", () => {
    expect(of("AWS::Lambda::Url")).toEqual([]);
    for (const { properties } of of("AWS::Lambda::Permission"))
      expect(["apigateway.amazonaws.com", "s3.amazonaws.com"]).toContain(at(properties, "Principal"));
    for (const { properties } of of("AWS::S3::Bucket"))
      expect(at(properties, "PublicAccessBlockConfiguration")).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    const policies = [...of("AWS::S3::BucketPolicy"), ...of("AWS::SQS::QueuePolicy"), ...of("AWS::SNS::TopicPolicy")];
    const statements = policies.flatMap(({ properties }) => listOf(at(properties, "PolicyDocument", "Statement")));
    const toAll = statements.filter((statement) => JSON.stringify(at(statement, "Principal")).includes('"*"'));
    expect(toAll.filter((statement) => at(statement, "Effect") !== "Deny")).toEqual([]);
  });

  it("writes no query string, address or body of a caller to the access log", () => {
    const stage = of("AWS::ApiGatewayV2::Stage")[0]?.properties;
    const format = String(at(stage, "AccessLogSettings", "Format"));
    expect(format).not.toMatch(/sourceIp|userAgent|querystring|\$context\.path|authorizer\.claims|identity/i);
  });
}
