import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { leasedCodes } from "#tickets/code-lease";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import { transactionItems } from "#tickets/dynamo-ticket-write";
import { openTicket } from "#tickets/open-ticket";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import { atOnce } from "../report/at-once.ts";
import { atLeastOfFloor, type Measure } from "../report/measure.ts";
import { sideBySide } from "../report/side-by-side.ts";
import { openingScene } from "./opening-scene.ts";

const WRITERS = 8;

/**
 * Opening a ticket (understand, choose the agency, start the clocks, read what is known, write) against nothing but the
 * same TransactWriteItems of the same items, with as many writers at once, on the same DynamoDB.
 */
export async function openTicketThroughput(
  { client, table }: FreshTable,
  { rounds, tickets: count }: { rounds: number; tickets: number },
): Promise<Measure> {
  const scene = openingScene();
  const store = dynamoTicketStore(client, table);
  const dependencies = scene.dependencies(store, leasedCodes("DT", store.leaseCodes));
  const messages = () => Array.from({ length: count }, scene.message);
  const prepared: ReturnType<typeof transactionItems>[][] = [];
  for (let round = 0; round <= rounds; round++) {
    const writes = await Promise.all(messages().map(scene.writeOf));
    prepared.push(writes.map((write) => transactionItems(table, write)));
  }
  const { subject, floor, ratio } = await sideBySide(
    rounds,
    async () => {
      await atOnce(WRITERS, prepared.pop() ?? [], (TransactItems) =>
        client.send(new TransactWriteCommand({ TransactItems })),
      );
      return count;
    },
    async () => {
      await atOnce(WRITERS, messages(), async (message) => {
        const { kind } = await openTicket(message, dependencies);
        if (kind !== "opened") throw new Error(`A message of a new citizen was ${kind}`);
      });
      return count;
    },
  );
  return atLeastOfFloor({ name: "open-ticket", value: subject, floor, ratio, unit: "tickets/s" }, 0.7);
}
