import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { idempotencyKey, promiseKey } from "#tickets/dynamo-keys";
import { type PromisedCode, type PromisedCodes, promisedCodeSchema } from "#tickets/promised-code";
import { whileRaced } from "#tickets/while-raced";

const seconds = (at: Date): number => Math.ceil(at.getTime() / 1000);

/** Promised codes in the one table, beside the code they promise. A key is remembered as long as it may be sent again. */
export function dynamoPromisedCodes(client: DynamoDBDocumentClient, TableName: string, now: () => Date): PromisedCodes {
  const get = async (Key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;

  const find = async (code: string) => {
    const item = await get(promiseKey(code));
    return item === undefined ? undefined : promisedCodeSchema.parse(item);
  };
  const earlier = async (key: string) => {
    const known = await get(idempotencyKey(key));
    return known !== undefined && Number(known["expiresAt"]) > seconds(now()) ? find(String(known["code"])) : undefined;
  };
  const keep = async (key: string, expiresAt: Date, promised: PromisedCode) => {
    const Item = { ...idempotencyKey(key), code: promised.code, expiresAt: seconds(expiresAt) };
    const unused = {
      ConditionExpression: "attribute_not_exists(pk) OR expiresAt <= :now",
      ExpressionAttributeValues: { ":now": seconds(now()) },
    };
    const promise = { ...promiseKey(promised.code), ...promised };
    const TransactItems = [{ Put: { TableName, Item, ...unused } }, { Put: { TableName, Item: promise } }];
    await client.send(new TransactWriteCommand({ TransactItems }));
    return promised;
  };

  return {
    find,
    promise: (key, expiresAt, make) =>
      whileRaced(async () => (await earlier(key)) ?? (await keep(key, expiresAt, await make()).catch(racedOrThrow))),
  };
}

function racedOrThrow(error: unknown): "raced" {
  if (error instanceof TransactionCanceledException) return "raced";
  throw error;
}
