import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { interferedClient } from "./histories-table.ts";

type Request = Record<string, unknown>;
type Change = (operation: string, request: Request) => void;

/** A client that writes something else than it was told: what a product without one of its safeguards would write. */
export function sabotagedClient(endpoint: string, change: Change): DynamoDBDocumentClient {
  const client = interferedClient(endpoint);
  client.middlewareStack.add(
    (next, context) => (args) => {
      const input = structuredClone(args.input) as Request;
      change(String(context["commandName"]).replace(/Command$/, ""), input);
      return next({ ...args, input });
    },
    { step: "initialize", priority: "low", name: "sabotage" },
  );
  return client;
}

const parts = (request: Request): Request[] =>
  ((request["TransactItems"] ?? []) as readonly Record<string, Request>[]).flatMap((item) => Object.values(item));
const textIn = (value: unknown, name: "pk" | "sk"): string => String((value as Request | undefined)?.[name] ?? "");
const keyOf = (part: Request, name: "pk" | "sk"): string => textIn(part["Item"] ?? part["Key"], name);

/** Drops the condition and whatever only it used, which DynamoDB would refuse. */
function forgetCondition(part: Request): void {
  const used = String(part["UpdateExpression"] ?? "");
  delete part["ConditionExpression"];
  for (const field of ["ExpressionAttributeNames", "ExpressionAttributeValues"]) {
    const all = Object.entries((part[field] ?? {}) as Request);
    const left = all.filter(([name]) => new RegExp(`${name}\\b`).test(used));
    if (left.length > 0) part[field] = Object.fromEntries(left);
    else delete part[field];
  }
}

/** Safeguards taken away, one at a time. */
export const sabotages = {
  "tickets are written without conditions": (operation, request) => {
    if (operation === "TransactWriteItems" && parts(request).some((part) => keyOf(part, "pk").startsWith("T#")))
      for (const part of parts(request)) forgetCondition(part);
  },
  "messages are claimed and settled without conditions": (operation, request) => {
    const isHandedOut = String(request["UpdateExpression"]).startsWith("SET gsi2sk");
    if (operation === "UpdateItem" && keyOf(request, "pk").startsWith("O#") && !isHandedOut) forgetCondition(request);
  },
  "heads lose their timer": (_, request) => {
    const heads = parts(request).filter((part) => keyOf(part, "pk").startsWith("T#") && keyOf(part, "sk") === "A");
    for (const { Item } of heads) delete (Item as Request)["gsi2pk"];
  },
  "codes are leased twice and nobody looks": (operation, request) => {
    if (operation === "UpdateItem" && keyOf(request, "pk").startsWith("N#"))
      request["UpdateExpression"] = "SET leased = :size";
    for (const part of parts(request)) if (keyOf(part, "pk").startsWith("CODE#")) forgetCondition(part);
  },
} as const satisfies Record<string, Change>;
