import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";

/** Counts the tickets of a month, as often as it is asked. */
export function storedTickets(client: DynamoDBDocumentClient, TableName: string, month: string): () => Promise<number> {
  return async () => {
    const query = {
      TableName,
      IndexName: "GSI4",
      KeyConditionExpression: "gsi4pk = :month",
      ExpressionAttributeValues: { ":month": `OPENED#${month}` },
      Select: "COUNT" as const,
    };
    let count = 0;
    for await (const { Count = 0 } of paginateQuery({ client }, query)) count += Count;
    return count;
  };
}
