import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { AlarmBell } from "./alarm-bell.ts";

/** What functions count themselves, under names of the service rather than of AWS. */
export class DomainAlarms extends Construct {
  constructor(scope: Construct, id: string, bell: AlarmBell) {
    super(scope, id);
    bell.ringWhen(this, "Forged", {
      metric: counted("webhook.forged"),
      when: { above: 20 }, // strangers knock now and then; more than this is an attack, or a vendor whose key we have wrong
      forMinutes: 5,
      impactWhenStuck:
        "A vendor's messages may be refused because its key has changed, or somebody is trying to forge them",
      runbook: "forged-webhooks",
    });
    for (const [name, metricName] of [
      ["Unreadable", "delivery.unreadable"],
      ["Quarantined", "quarantined"],
    ] as const) {
      bell.ringWhen(this, name, {
        metric: counted(metricName),
        when: { above: 0 },
        impactWhenStuck: "A message that nobody could read waits for a person; its citizen has no ticket",
        runbook: "quarantine",
      });
    }
    bell.ringWhen(this, "CalendarEnds", {
      metric: new Metric({ namespace: "hotline1022", metricName: "calendar.days-left", statistic: "Minimum" }),
      when: { below: 45 },
      impactWhenStuck: "Due dates after the calendar's last notice are guesses until next year's holidays are entered",
      runbook: "calendar-ends",
    });
  }
}

const counted = (metricName: string): Metric => new Metric({ namespace: "hotline1022", metricName, statistic: "Sum" });
