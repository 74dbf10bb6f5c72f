import { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";
import type { HotlineFunction } from "./hotline-function.ts";
import type { Making } from "./making.ts";
import type { TicketTable } from "./ticket-table.ts";

export interface TicketStreamProps extends Making {
  readonly tickets: TicketTable;
  readonly reader: HotlineFunction;
}

/**
 * Every change of the table, in order for each ticket, to the function that tells others of it.
 *
 * A failing record is tried until the stream forgets it after a day: an event that is skipped is a citizen without an
 * answer. What cannot be read at all the function quarantines itself.
 */
export class TicketStream extends Construct {
  constructor(scope: Construct, id: string, { tickets, reader, bell }: TicketStreamProps) {
    super(scope, id);
    const impactWhenStuck = "Citizens get no answers and supervisors no alerts, though tickets move on";
    const deadLetters = new DeadLetters(this, "DeadLetters", { bell, impactWhenStuck });
    const streamArn = tickets.streamArn();
    reader.may(
      new PolicyStatement({
        sid: "ReadStream",
        actions: ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map((name) => `dynamodb:${name}`),
        resources: [streamArn],
      }),
    );
    const resources = [deadLetters.queue.queueArn];
    reader.may(new PolicyStatement({ sid: "KeepWhatFailed", actions: ["sqs:SendMessage"], resources }));
    const mapping = new EventSourceMapping(this, "Mapping", {
      target: reader.lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(0),
      parallelizationFactor: 4, // by item collection: one ticket's events stay in order
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(deadLetters.queue),
    });
    mapping.node.addDependency(reader.lambda.role ?? reader);
    bell.ringWhen(this, "Behind", {
      metric: reader.lambda.metric("IteratorAge", { statistic: "Maximum" }),
      when: { above: 60_000 },
      forMinutes: 2,
      impactWhenStuck,
      runbook: "stream-behind",
    });
  }
}
