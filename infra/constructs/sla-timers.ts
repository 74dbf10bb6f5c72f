import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { EveryMinute } from "./every-minute.ts";
import type { HotlineFunction } from "./hotline-function.ts";
import type { Making } from "./making.ts";
import { QueueWorker } from "./queue-worker.ts";

export interface SlaTimersProps extends Making {
  readonly sweep: HotlineFunction;
  readonly fire: HotlineFunction;
}

/** The sweep looks every minute which clocks ring and only queues them; whoever fires looks again and records. */
export class SlaTimers extends Construct {
  readonly due: QueueWorker;

  constructor(scope: Construct, id: string, { sweep, fire, ...making }: SlaTimersProps) {
    super(scope, id);
    new EveryMinute(this, "Sweep", sweep);
    this.due = new QueueWorker(this, "Due", {
      ...making,
      worker: fire,
      oldestSeconds: 120,
      impactWhenStuck: "Tickets become overdue and supervisors are not told",
    });
    this.due.filledBy("SLA_DUE_QUEUE_URL", sweep);
    making.bell.ringWhen(this, "Stopped", {
      metric: new Metric({ namespace: "hotline1022", metricName: "sla.sweep.lag", statistic: "Maximum" }),
      when: { above: 120_000 },
      forMinutes: 3,
      silenceRings: true,
      impactWhenStuck: "No clock rings: warnings, breaches and escalations have stopped for every ticket",
      runbook: "clocks-stopped",
    });
  }
}
