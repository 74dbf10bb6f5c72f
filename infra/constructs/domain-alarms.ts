import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { AlarmBell, Ringing } from "./alarm-bell.ts";

const counted = (metricName: string, statistic = "Sum"): Metric =>
  new Metric({ namespace: "hotline1022", metricName, statistic });

const unreadable = {
  when: { above: 0 },
  impactWhenStuck: "A message that nobody could read waits for a person; its citizen has no ticket",
  runbook: "quarantine",
} as const;

// What functions count themselves, under names of the service rather than of AWS.
const alarms: Readonly<Record<string, Ringing>> = {
  Forged: {
    metric: counted("webhook.forged"),
    when: { above: 20 }, // strangers knock now and then; more is an attack, or a vendor whose key we have wrong
    forMinutes: 5,
    impactWhenStuck:
      "A vendor's messages may be refused because its key has changed, or somebody is trying to forge them",
    runbook: "forged-webhooks",
  },
  Unreadable: { ...unreadable, metric: counted("delivery.unreadable") },
  Quarantined: { ...unreadable, metric: counted("quarantined") },
  NobodyToTell: {
    metric: counted("sla.rung.nobody"),
    when: { above: 0 },
    impactWhenStuck: "A ticket is overdue and nobody is named who should hear of it; the next rung was told instead",
    runbook: "nobody-to-tell",
  },
  NotSent: {
    metric: counted("message.failed"),
    when: { above: 5 }, // single failures are numbers out of service; the desk sees each of them
    forMinutes: 5,
    impactWhenStuck: "Messages to citizens or supervisors fail for good on every channel they could take",
    runbook: "messages-fail",
  },
  CalendarEnds: {
    metric: counted("calendar.days-left", "Minimum"),
    when: { below: 45 },
    impactWhenStuck: "Due dates after the calendar's last notice are guesses until next year's holidays are entered",
    runbook: "calendar-ends",
  },
};

/** The alarms over all channels and agencies; none of them names a person. */
export class DomainAlarms extends Construct {
  constructor(scope: Construct, id: string, bell: AlarmBell) {
    super(scope, id);
    for (const [name, ringing] of Object.entries(alarms)) bell.ringWhen(this, name, ringing);
  }
}
