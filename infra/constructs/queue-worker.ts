import { Duration, Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";
import type { HotlineFunction } from "./hotline-function.ts";
import type { Making } from "./making.ts";

export interface QueueWorkerProps extends Making {
  readonly worker: HotlineFunction;
  /** For the person whom the alarm wakes: what citizens or officers notice while messages lie here. */
  readonly impactWhenStuck: string;
  /** Keeps the order within a group, and lets one copy at a time work on it. */
  readonly fifo?: boolean;
  /** Most copies of the worker at once, where somebody behind it cannot take more. */
  readonly maximumConcurrency?: number;
  /** Rings when a message has waited longer than this. */
  readonly oldestSeconds: number;
}

/** 1 MiB: transcripts of long calls. Said aloud, because emulators still keep the former limit. */
const LARGEST_MESSAGE_BYTES = 1024 * 1024;

/** A queue, the function that drains it, and dead letters that wake somebody up. */
export class QueueWorker extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;
  private readonly emulated: boolean;

  constructor(scope: Construct, id: string, { worker, bell, impactWhenStuck, ...props }: QueueWorkerProps) {
    super(scope, id);
    this.emulated = props.stage.emulated;
    const fifo = props.fifo === true;
    this.deadLetters = new DeadLetters(this, "DeadLetters", { bell, impactWhenStuck, fifo });
    const oneAttempt = worker.lambda.timeout ?? Duration.seconds(3);
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      maxMessageSizeBytes: LARGEST_MESSAGE_BYTES,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(6 * oneAttempt.toSeconds()), // six, as the Lambda guide advises
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: 5 },
      ...(fifo
        ? {
            fifo,
            deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
            fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
          }
        : {}),
    });
    const { maximumConcurrency } = props;
    const limit = maximumConcurrency === undefined ? {} : { maxConcurrency: maximumConcurrency };
    worker.lambda.addEventSource(
      new SqsEventSource(this.queue, { batchSize: 10, reportBatchItemFailures: true, ...limit }),
    );
    Validations.of(worker.lambda).acknowledge({
      id: "Serverless-LambdaEventSourceMappingDestination",
      reason: "A queue has no destination for failures: its own dead-letter queue takes them",
    });
    bell.ringWhen(this, "Waiting", {
      metric: this.queue.metricApproximateAgeOfOldestMessage(),
      when: { above: props.oldestSeconds },
      forMinutes: 2,
      impactWhenStuck,
      runbook: "inbound-waits",
    });
  }

  /** Those who may put messages in, told of its address under `variable`. */
  filledBy(variable: string, ...senders: readonly HotlineFunction[]): void {
    for (const sender of senders) {
      const actions = ["sqs:SendMessage", ...(this.emulated ? ["sqs:SendMessageBatch"] : [])];
      sender.may(new PolicyStatement({ sid: `Fill${this.node.id}`, actions, resources: [this.queue.queueArn] }));
      sender.isTold(variable, this.queue.queueUrl);
    }
  }
}
