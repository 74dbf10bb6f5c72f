import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type ZaloTokenStore, zaloTokenPairSchema } from "#channels/zalo/zalo-token-store";

/** The tokens beside the province's configuration, one item for each account. */
export function dynamoZaloTokenStore(client: DynamoDBDocumentClient, TableName: string, oaId: string): ZaloTokenStore {
  const Key = { pk: "CFG", sk: `zalo-token#${oaId}` };
  return {
    async read() {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item === undefined ? undefined : zaloTokenPairSchema.parse(Item);
    },
    async write(pair, replaces) {
      const onlyOver = {
        ConditionExpression: "#version = :replaces",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":replaces": replaces },
      };
      const condition = replaces === undefined ? { ConditionExpression: "attribute_not_exists(pk)" } : onlyOver;
      try {
        await client.send(new PutCommand({ TableName, Item: { ...Key, ...pair }, ...condition }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
