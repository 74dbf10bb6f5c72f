import { RemovalPolicy } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { tableIndexes, tableKeys, timeToLiveAttribute } from "#platform/table";
import type { DataKey } from "./data-key.ts";
import type { HotlineFunction } from "./hotline-function.ts";
import type { Making } from "./making.ts";

export type IndexName = (typeof tableIndexes)[number]["name"];

export interface TicketTableProps extends Making {
  readonly key: DataKey;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table. Its shape is `packages/platform/table.ts`, the same that a laptop and the tests make. */
export class TicketTable extends Construct {
  readonly table: TableV2;
  private readonly key: DataKey;

  constructor(scope: Construct, id: string, { stage, key, bell }: TicketTableProps) {
    super(scope, id);
    this.key = key;
    this.table = new TableV2(this, "Table", {
      partitionKey: text(tableKeys.partition),
      sortKey: text(tableKeys.sort),
      globalSecondaryIndexes: tableIndexes.map(({ name, partition, sort }) => ({
        indexName: name,
        partitionKey: text(partition),
        sortKey: text(sort),
        projectionType: ProjectionType.KEYS_ONLY,
      })),
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute,
      encryption: TableEncryptionV2.customerManagedKey(key.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: stage.keepsData,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const kind of ["Read", "Write"] as const) {
      bell.ringWhen(this, `${kind}sThrottled`, {
        metric: this.throttled(`${kind}ThrottleEvents`),
        when: { above: 0 },
        forMinutes: 2,
        impactWhenStuck: "Tickets are written and read more slowly; queues grow",
        runbook: "table-throttled",
      });
    }
  }

  streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new TypeError("The table was made without a stream");
    return tableStreamArn;
  }

  /** Items by key, and lists through the named indexes. Nobody may scan. */
  readBy(worker: HotlineFunction, ...indexes: readonly IndexName[]): void {
    this.let(worker, "ReadTickets", ["GetItem", "BatchGetItem", "Query"], [this.table.tableArn]);
    this.listedBy(worker, ...indexes);
  }

  /** The keys that stand in the named indexes, and no ticket. */
  listedBy(worker: HotlineFunction, ...indexes: readonly IndexName[]): void {
    if (indexes.length > 0) this.let(worker, "ListTickets", ["Query"], indexes.map(this.arnOfIndex));
    this.key.unlocks(worker, "dynamodb");
    worker.isTold("TICKET_TABLE", this.table.tableName);
  }

  writtenBy(worker: HotlineFunction, ...indexes: readonly IndexName[]): void {
    this.readBy(worker, ...indexes);
    const writes = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"];
    this.let(worker, "WriteTickets", writes, [this.table.tableArn]);
  }

  private let(worker: HotlineFunction, sid: string, actions: readonly string[], resources: string[]): void {
    worker.may(new PolicyStatement({ sid, actions: actions.map((action) => `dynamodb:${action}`), resources }));
  }

  private throttled(metricName: string): Metric {
    const dimensionsMap = { TableName: this.table.tableName };
    return new Metric({ namespace: "AWS/DynamoDB", metricName, dimensionsMap, statistic: "Sum" });
  }

  private readonly arnOfIndex = (index: IndexName): string => `${this.table.tableArn}/index/${index}`;
}
