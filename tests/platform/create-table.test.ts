import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { dynamoEngines, freshTable } from "../fixtures/dynamo.ts";

it.each(dynamoEngines())("makes the table with its four indexes on %s", async (engine) => {
  const { client, table } = await freshTable(engine);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual([
    "GSI1",
    "GSI2",
    "GSI3",
    "GSI4",
  ]);
});
