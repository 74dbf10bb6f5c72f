import { expect, it } from "vitest";
import { at, pointsTo, type Resource, type Synthesised } from "./synthesised.ts";

const DAY_SECONDS = 86_400;

/** What holds for every queue. */
export function queueRules({ of, template }: Synthesised): void {
  const queues = of("AWS::SQS::Queue");
  const worked = queues.filter((queue) => at(queue.properties, "RedrivePolicy") !== undefined);
  const deadLetters = queues.filter((queue) => !worked.includes(queue));
  const workerOf = (queue: Resource) =>
    of("AWS::Lambda::EventSourceMapping").find(
      ({ properties }) => pointsTo(at(properties, "EventSourceArn")) === queue.id,
    );

  it.each(worked)("$id gives a message five tries and then keeps it for two weeks", ({ properties }) => {
    expect(at(properties, "RedrivePolicy", "maxReceiveCount")).toBe(5);
    const kept = deadLetters.find(({ id }) => id === pointsTo(at(properties, "RedrivePolicy", "deadLetterTargetArn")));
    expect(at(kept?.properties, "MessageRetentionPeriod")).toBe(14 * DAY_SECONDS);
    expect(at(kept?.properties, "FifoQueue")).toBe(at(properties, "FifoQueue"));
  });

  it.each(deadLetters)("$id wakes somebody at the first message and says whom it hurts", ({ id }) => {
    const alarm = of("AWS::CloudWatch::Alarm").find(
      ({ properties }) => pointsTo(at(properties, "Dimensions", 0, "Value")) === id,
    );
    expect(at(alarm?.properties, "MetricName")).toBe("ApproximateNumberOfMessagesVisible");
    expect(at(alarm?.properties, "Threshold")).toBe(0);
    expect(at(alarm?.properties, "AlarmDescription")).toMatch(/citizen|ticket/i);
  });

  it.each(worked)("$id hides a message for six times as long as its function may take", (queue) => {
    const name = pointsTo(at(workerOf(queue)?.properties, "FunctionName"));
    const worker = of("AWS::Lambda::Function").find(({ id }) => id === name);
    const timeout = Number(at(worker?.properties, "Timeout"));
    expect(Number(at(queue.properties, "VisibilityTimeout"))).toBeGreaterThanOrEqual(6 * timeout);
  });

  it.each(worked)("$id gets back only the messages that failed", (queue) => {
    expect(at(workerOf(queue)?.properties, "FunctionResponseTypes")).toEqual(["ReportBatchItemFailures"]);
  });

  it.each(queues)("$id is encrypted and refuses plain HTTP", ({ id, properties }) => {
    expect(at(properties, "SqsManagedSseEnabled")).toBe(true);
    const policy = of("AWS::SQS::QueuePolicy").find((one) => pointsTo(at(one.properties, "Queues", 0)) === id);
    expect(at(policy?.properties, "PolicyDocument", "Statement", 0, "Condition")).toEqual({
      Bool: { "aws:SecureTransport": "false" },
    });
  });

  it("keeps the order of a conversation and lets all conversations flow at once", () => {
    template.hasResourceProperties("AWS::SQS::Queue", {
      FifoQueue: true,
      DeduplicationScope: "messageGroup",
      FifoThroughputLimit: "perMessageGroupId",
      MaximumMessageSize: 1024 * 1024,
    });
  });

  it("lets only as many senders run as the vendors take", () => {
    const limits = of("AWS::Lambda::EventSourceMapping").map(({ properties }) => at(properties, "ScalingConfig"));
    expect(limits.filter((limit) => limit !== undefined)).toEqual([{ MaximumConcurrency: 5 }]);
  });
}
