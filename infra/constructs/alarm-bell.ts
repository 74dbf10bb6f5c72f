import { Aws, Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";

/** A page in `infra/runbooks/` that says what to do. */
type Runbook =
  | "api-errors"
  | "calendar-ends"
  | "clocks-stopped"
  | "dead-letters"
  | "forged-webhooks"
  | "function-errors"
  | "function-throttled"
  | "inbound-waits"
  | "messages-fail"
  | "nobody-to-tell"
  | "quarantine"
  | "stream-behind"
  | "table-throttled";

export interface Ringing {
  readonly metric: Metric;
  readonly when: { readonly above: number } | { readonly below: number };
  readonly forMinutes?: number;
  /** The negative effect on a citizen or officer while it rings; the first line of the alarm. */
  readonly impactWhenStuck: string;
  readonly runbook: Runbook;
  /** Silence is the failure itself: rings also when nothing is measured. */
  readonly silenceRings?: boolean;
}

/** Where alarms ring: one topic, whoever listens to it. */
export class AlarmBell extends Construct {
  readonly alarms: Alarm[] = [];
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { displayName: `Hotline 1022 ${stage.name}`, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: "LetAlarmsRing", // a topic with a policy of its own has lost the one that lets in its whole account
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    if (stage.alarmEmail !== undefined) this.topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  }

  ringWhen(scope: Construct, id: string, { metric, when, forMinutes = 1, ...told }: Ringing): void {
    const alarm = new Alarm(scope, id, {
      metric: metric.with({ period: Duration.minutes(1) }),
      threshold: "above" in when ? when.above : when.below,
      evaluationPeriods: forMinutes,
      comparisonOperator:
        "above" in when ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: told.silenceRings === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${told.impactWhenStuck}. What to do: infra/runbooks/${told.runbook}.md`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
    this.alarms.push(alarm);
  }
}
