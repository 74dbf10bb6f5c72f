import { BatchGetCommand, BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { ticketKey } from "#tickets/dynamo-keys";
import { transactionItems } from "#tickets/dynamo-ticket-write";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import type { openingScene } from "../open-ticket/opening-scene.ts";
import { atOnce } from "../report/at-once.ts";

const WRITE_BATCH = 25;
const READ_BATCH = 100;
const AT_ONCE = 8;

export interface DueTickets {
  /** The moment at which each of them rings. */
  readonly at: Date;
  /** How many rang once, and how many more often, by their versions: each ring is one more. */
  count(): Promise<{ once: number; twice: number }>;
}

const inBatches = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, batch) => list.slice(batch * size, (batch + 1) * size));

/** Heads of so many tickets that were opened at the same moment, and so ring at the same moment. */
export async function dueTickets(
  { client, table }: FreshTable,
  count: number,
  scene: ReturnType<typeof openingScene>,
): Promise<DueTickets> {
  const opened = await scene.writeOf(scene.message());
  const { fireAt } = opened.after;
  if (fireAt === undefined) throw new Error("A new ticket has nothing that rings");
  const ids = Array.from({ length: count }, (_, index) => `01J9000000000000${String(index).padStart(10, "0")}`);
  await atOnce(AT_ONCE, inBatches(ids, WRITE_BATCH), async (batch) => {
    const heads = batch.map(
      (id) => transactionItems(table, { ...opened, after: { ...opened.after, id } })[0]?.Put?.Item,
    );
    await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: heads.map((Item) => ({ PutRequest: { Item } })) } }),
    );
  });
  return {
    at: new Date(fireAt),
    async count() {
      const versions: number[] = [];
      await atOnce(AT_ONCE, inBatches(ids, READ_BATCH), async (batch) => {
        const Keys = batch.map(ticketKey);
        const { Responses } = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys } } }));
        versions.push(...(Responses?.[table] ?? []).map((item) => Number(item["version"])));
      });
      const rang = (times: (more: number) => boolean) =>
        versions.filter((version) => times(version - opened.after.version)).length;
      return { once: rang((more) => more === 1), twice: rang((more) => more > 1) };
    },
  };
}
