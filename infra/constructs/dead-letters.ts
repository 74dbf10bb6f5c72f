import { Duration, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { AlarmBell } from "./alarm-bell.ts";

export interface DeadLettersProps {
  readonly bell: AlarmBell;
  readonly impactWhenStuck: string;
  /** The dead letters of a FIFO queue must be one too. */
  readonly fifo?: boolean;
}

/** What failed again and again: kept for two weeks, so that a long holiday does not lose it, and announced at once. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { bell, impactWhenStuck, fifo }: DeadLettersProps) {
    super(scope, id);
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      ...(fifo === true ? { fifo } : {}),
    });
    const reason = "These are the dead letters: what fails here waits for a person";
    Validations.of(this.queue).acknowledge({ id: "AwsSolutions-SQS3", reason });
    Validations.of(this.queue).acknowledge({ id: "Serverless-SQSRedrivePolicy", reason });
    bell.ringWhen(this, "NotEmpty", {
      metric: this.queue.metricApproximateNumberOfMessagesVisible(),
      when: { above: 0 },
      impactWhenStuck,
      runbook: "dead-letters",
    });
  }
}
