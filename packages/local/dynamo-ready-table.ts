import { DescribeTableCommand, type DynamoDBClient, ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
import { createTable } from "#platform/create-table";
import { tableIndexes } from "#platform/table";

/** Makes the table where there is none, and gives the name of its stream of changes. */
export async function readyTable(client: DynamoDBClient, TableName: string): Promise<string> {
  const describe = async () => (await client.send(new DescribeTableCommand({ TableName }))).Table;
  const table = await describe().catch(async (error: unknown) => {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await createTable(client, TableName, { stream: true });
    return describe();
  });
  const indexes = (table?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName);
  const missing = tableIndexes.filter(({ name }) => !indexes.includes(name));
  if (table?.LatestStreamArn === undefined || missing.length > 0) {
    throw new Error(
      `The table ${TableName} was made by another version of this project. ` +
        "Remove the data folder (or the emulator's table), or set DATA_DIR to another folder.",
    );
  }
  return table.LatestStreamArn;
}
