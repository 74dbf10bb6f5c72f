import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { tableIndexes, tableKeys } from "#platform/table";

const hash = (AttributeName: string) => ({ AttributeName, KeyType: "HASH" as const });
const range = (AttributeName: string) => ({ AttributeName, KeyType: "RANGE" as const });

/** Makes the table outside of CDK: on a laptop and in tests. `stream` costs speed on the emulators. */
export async function createTable(
  client: DynamoDBClient,
  TableName: string,
  { stream }: { stream: boolean },
): Promise<void> {
  const attributes = [
    tableKeys.partition,
    tableKeys.sort,
    ...tableIndexes.flatMap(({ partition, sort }) => [partition, sort]),
  ];
  const input: CreateTableCommandInput = {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: [hash(tableKeys.partition), range(tableKeys.sort)],
    GlobalSecondaryIndexes: tableIndexes.map(({ name, partition, sort }) => ({
      IndexName: name,
      KeySchema: [hash(partition), range(sort)],
      Projection: { ProjectionType: "KEYS_ONLY" },
    })),
    ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" } } : {}),
  };
  await client.send(new CreateTableCommand(input));
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 0.2 }, { TableName });
}
