import { Duration } from "aws-cdk-lib";
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { AlarmBell } from "./alarm-bell.ts";
import type { FrontDoor } from "./front-door.ts";
import type { HotlineFunction } from "./hotline-function.ts";
import type { QueueWorker } from "./queue-worker.ts";

export interface OperatorDashboardProps {
  readonly bell: AlarmBell;
  readonly door: FrontDoor;
  readonly queues: Readonly<Record<string, QueueWorker>>;
  readonly functions: readonly HotlineFunction[];
}

/** One page, top to bottom: is anything wrong, do messages come in, do clocks ring, do answers go out. */
export class OperatorDashboard extends Construct {
  constructor(scope: Construct, id: string, { bell, door, queues, functions }: OperatorDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, "Dashboard", { defaultInterval: Duration.hours(3) });
    dashboard.addWidgets(
      new TextWidget({ markdown: "**Red below: somebody waits.** Each alarm names its page.", width: 24, height: 1 }),
      new AlarmStatusWidget({ title: "Alarms", alarms: bell.alarms, width: 24, height: 5 }),
    );
    dashboard.addWidgets(...requests(door));
    dashboard.addWidgets(...waiting(Object.entries(queues)));
    dashboard.addWidgets(...work(functions));
  }
}

const requests = (door: FrontDoor): GraphWidget[] => [
  graph("Requests and errors", [door.api.metricCount(), door.api.metricClientError(), door.api.metricServerError()]),
  graph("Answer time, p50 and p99 (ms)", [latency(door, "p50"), latency(door, "p99")]),
  graph("Forged and unreadable", [counted("webhook.forged"), counted("delivery.unreadable")]),
];

const waiting = (queues: readonly (readonly [string, QueueWorker])[]): GraphWidget[] => [
  graph(
    "Oldest message (s)",
    queues.map(([label, { queue }]) => queue.metricApproximateAgeOfOldestMessage({ label })),
  ),
  graph(
    "Dead letters",
    queues.map(([label, { deadLetters }]) => deadLetters.queue.metricApproximateNumberOfMessagesVisible({ label })),
  ),
  graph("Clocks: lag of the sweep (ms)", [counted("sla.sweep.lag", "Maximum")]),
];

const work = (functions: readonly HotlineFunction[]): GraphWidget[] => [
  graph(
    "Failed calls",
    functions.map(({ lambda, name: label }) => lambda.metricErrors({ label })),
  ),
  graph(
    "Duration p99 (ms)",
    functions.map(({ lambda, name: label }) => lambda.metricDuration({ label, statistic: "p99" })),
  ),
  graph(
    "Copies at once",
    functions.map(({ lambda, name: label }) => lambda.metric("ConcurrentExecutions", { label, statistic: "Maximum" })),
  ),
];

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 8, height: 6 });

const latency = ({ api }: FrontDoor, statistic: string): Metric => api.metricLatency({ statistic, label: statistic });

const counted = (metricName: string, statistic = "Sum"): Metric =>
  new Metric({ namespace: "hotline1022", metricName, statistic });
