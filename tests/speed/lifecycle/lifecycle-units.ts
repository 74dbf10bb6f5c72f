import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createTable } from "#platform/create-table";
import { documentClient } from "#platform/dynamo-client";
import { hotline } from "../../fixtures/hotline.ts";
import { type RecordedRequest, recordUnits } from "../units/record-units.ts";
import type { Units } from "../units/request-units.ts";
import { LIFECYCLE_BEGINS, lifecycleSteps } from "./lifecycle-steps.ts";

export interface StepUnits extends Units {
  readonly name: string;
  readonly requests: readonly RecordedRequest[];
}

/**
 * Units of each step of a ticket's life, from the requests that the product really makes.
 *
 * Two things are left out, for no ticket causes them: sweeping (a standing cost, counted by itself) and reading the
 * ledger, which stands here for the table's stream, and that is free to a function.
 */
export async function lifecycleUnits(endpoint: string, table: string): Promise<readonly StepUnits[]> {
  const connection = {
    endpoint,
    region: "ap-southeast-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const [client, look] = [documentClient(connection), new DynamoDBClient(connection)];
  await createTable(look, table, { stream: false });
  let requests: RecordedRequest[] = [];
  recordUnits(client, look, (request) => void (isOfTheTicket(request) && requests.push(request)));
  const line = await hotline(LIFECYCLE_BEGINS, "normal", { client, table });
  const steps: StepUnits[] = [];
  for (const { name, at, happens } of lifecycleSteps) {
    await line.at(at);
    await happens(line);
    const units = (kind: keyof Units) => requests.reduce((sum, request) => sum + request[kind], 0);
    steps.push({ name, write: units("write"), read: units("read"), requests });
    requests = [];
  }
  return steps;
}

const isOfTheTicket = ({ target, body }: RecordedRequest): boolean =>
  !(target.endsWith(".Query") && (body.includes('"GSI2"') || body.includes('"E#"')));
