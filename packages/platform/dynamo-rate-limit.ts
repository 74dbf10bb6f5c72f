import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";

/** May this key act once more in this window? Counts the act. */
export type RateLimit = (key: string, limit: number, windowSeconds: number) => Promise<boolean>;

/** A counter for each key and window; the table forgets it by itself. Keys are hashes: no address in clear. */
export function dynamoRateLimit(client: DynamoDBDocumentClient, TableName: string, now: () => Date): RateLimit {
  return async (key, limit, windowSeconds) => {
    const second = Math.floor(now().getTime() / 1000);
    const window = Math.floor(second / windowSeconds);
    const update = new UpdateCommand({
      TableName,
      Key: { pk: `R#${key}#${window}`, sk: "A" },
      UpdateExpression: "ADD used :one SET expiresAt = :expiresAt",
      ExpressionAttributeValues: { ":one": 1, ":expiresAt": second + 2 * windowSeconds },
      ReturnValues: "UPDATED_NEW",
    });
    const { Attributes } = await client.send(update);
    return Number(Attributes?.["used"]) <= limit;
  };
}
