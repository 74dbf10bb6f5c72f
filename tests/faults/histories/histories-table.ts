import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createTable } from "#platform/create-table";
import { documentClient } from "#platform/dynamo-client";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import { letInterfere } from "./dynamo-interference.ts";

/**
 * A client whose calls histories interfere with. It does not try again by itself: that is part of what is injected, for
 * the SDK's own waits would give each run another order.
 */
export function interferedClient(endpoint: string): DynamoDBDocumentClient {
  const client = documentClient({
    endpoint,
    region: "ap-southeast-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 60_000, connectionTimeout: 10_000 },
  });
  letInterfere(client);
  return client;
}

/** An empty table for one history after the other. */
export async function historiesTable(client: DynamoDBDocumentClient, table: string): Promise<FreshTable> {
  await createTable(client, table, { stream: false });
  return { client, table };
}
