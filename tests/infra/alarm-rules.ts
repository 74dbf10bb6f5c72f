import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { at, listOf, type Synthesised } from "./synthesised.ts";

const runbooks = new URL("../../infra/runbooks/", import.meta.url);
const runbookIn = (description: unknown): string =>
  /infra\/runbooks\/([a-z-]+\.md)$/.exec(String(description))?.[1] ?? "";

/** What whoever is on call can count on. */
export function alarmRules({ of }: Synthesised): void {
  const alarms = of("AWS::CloudWatch::Alarm");

  it.each(alarms)("$id says whom it hurts and which page to open", ({ properties }) => {
    const description = at(properties, "AlarmDescription");
    expect(runbookIn(description)).not.toBe("");
    expect(existsSync(new URL(runbookIn(description), runbooks))).toBe(true);
    expect(String(description).split(". What to do: ")[0]?.length).toBeGreaterThan(30);
  });

  it.each(alarms)("$id tells somebody when it rings and when it stops", ({ properties }) => {
    expect(listOf(at(properties, "AlarmActions"))).toHaveLength(1);
    expect(listOf(at(properties, "OKActions"))).toHaveLength(1);
  });

  it("lets CloudWatch ring the topic, which a policy of its own would otherwise keep out", () => {
    const statements = of("AWS::SNS::TopicPolicy").flatMap(({ properties }) =>
      listOf(at(properties, "PolicyDocument", "Statement")),
    );
    const allowed = statements.filter((statement) => at(statement, "Effect") === "Allow");
    expect(allowed.map((statement) => at(statement, "Principal", "Service"))).toEqual(["cloudwatch.amazonaws.com"]);
  });

  it("rings when the clocks are silent, because silence is the failure", () => {
    const lag = alarms.find(({ properties }) => at(properties, "MetricName") === "sla.sweep.lag");
    expect(at(lag?.properties, "TreatMissingData")).toBe("breaching");
    expect(at(lag?.properties, "Threshold")).toBe(120_000);
  });

  it("has no page that no alarm leads to but for planned work, and each page says what to look at and what to do", () => {
    const planned = ["language-model.md", "retrain-triage.md"];
    const used = new Set(planned.concat(alarms.map(({ properties }) => runbookIn(at(properties, "AlarmDescription")))));
    for (const page of readdirSync(runbooks)) {
      expect([...used]).toContain(page);
      expect(readFileSync(new URL(page, runbooks), "utf8")).toMatch(/## Look[\s\S]*## Do/);
    }
  });

  it("shows the operators one page with every alarm on it", () => {
    const dashboards = of("AWS::CloudWatch::Dashboard");
    expect(dashboards).toHaveLength(1);
    const body = JSON.stringify(dashboards[0]?.properties);
    for (const { id } of alarms) expect(body).toContain(id);
  });
}
