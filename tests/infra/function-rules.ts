import { expect, it } from "vitest";
import { functionNames } from "../../functions/function-names.ts";
import { ownSecretNames, vendorSecretNames } from "../../infra/secrets/secret-names.ts";
import { at, pointsTo, type Synthesised } from "./synthesised.ts";

/** What holds for every function. */
export function functionRules({ of }: Synthesised): void {
  const functions = of("AWS::Lambda::Function");

  it("deploys each function of functions/ and no other", () => {
    expect(functions).toHaveLength(functionNames.length);
  });

  it("gives each function a role of its own", () => {
    const roles = functions.map(({ properties }) => pointsTo(at(properties, "Role")));
    expect(new Set(roles).size).toBe(functions.length);
  });

  it.each(functions)("$id runs on Node 24 on arm64", ({ properties }) => {
    expect(at(properties, "Runtime")).toBe("nodejs24.x");
    expect(at(properties, "Architectures")).toEqual(["arm64"]);
  });

  it.each(functions)("$id writes JSON to a log of its own that is not kept for ever", ({ properties }) => {
    const log = of("AWS::Logs::LogGroup").find(
      ({ id }) => id === pointsTo(at(properties, "LoggingConfig", "LogGroup")),
    );
    expect(Number(at(log?.properties, "RetentionInDays"))).toBeGreaterThan(0);
    expect(at(properties, "LoggingConfig", "LogFormat")).toBe("JSON");
  });

  it.each(functions)("$id has the names of its secrets in its settings, and no secret", ({ properties }) => {
    const variables = Object.entries(at(properties, "Environment", "Variables") ?? {});
    const secrets: readonly string[] = [...ownSecretNames, ...vendorSecretNames];
    expect(variables.filter(([name]) => secrets.includes(name))).toEqual([]);
    for (const [name, value] of variables.filter(([name]) => name.endsWith("_PARAMETER"))) {
      expect(value).toBe(`/hotline1022/prod/${name.replace("_PARAMETER", "")}`);
    }
  });

  it("bounds what a flood of strangers' calls can cost", () => {
    const reserved = functions.filter(({ properties }) => at(properties, "ReservedConcurrentExecutions") !== undefined);
    expect(reserved).toHaveLength(3);
    for (const { properties } of of("AWS::ApiGatewayV2::Stage"))
      expect(at(properties, "DefaultRouteSettings", "ThrottlingRateLimit")).toBe(200);
  });

  it("sweeps the clocks every minute and not a second later", () => {
    const schedules = of("AWS::Scheduler::Schedule").map(({ properties }) => properties);
    expect(schedules).toHaveLength(1);
    expect(at(schedules[0], "ScheduleExpression")).toBe("rate(1 minute)");
    expect(at(schedules[0], "FlexibleTimeWindow", "Mode")).toBe("OFF");
  });

  it("tells of every change of the table in order, and blocks rather than skips", () => {
    const streams = of("AWS::Lambda::EventSourceMapping").filter(
      ({ properties }) => at(properties, "StartingPosition") !== undefined,
    );
    expect(streams).toHaveLength(1);
    expect(at(streams[0]?.properties, "StartingPosition")).toBe("TRIM_HORIZON");
    expect(at(streams[0]?.properties, "BisectBatchOnFunctionError")).toBe(true);
    expect(at(streams[0]?.properties, "FunctionResponseTypes")).toEqual(["ReportBatchItemFailures"]);
    expect(at(streams[0]?.properties, "MaximumRetryAttempts")).toBeUndefined();
  });
}
