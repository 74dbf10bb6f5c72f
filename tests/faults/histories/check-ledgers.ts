import { isDeepStrictEqual } from "node:util";
import type { LedgerEntry } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import { applyEntry } from "#tickets/apply-event";
import { indexKeys } from "#tickets/dynamo-keys";
import type { Snapshot } from "./dynamo-snapshot.ts";
import type { DeskAct } from "./record.ts";

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Does each ledger have no gap and give its head, is a head's timer there only while it can ring, and did each act happen once? */
export function checkLedgers(acts: readonly DeskAct[], { heads, ledgers, items }: Snapshot): string[] {
  const headless = [...ledgers.keys()].filter((id) => !heads.some((head) => head.id === id));
  return [
    ...headless.map((id) => `ledger ${id} has no head`),
    ...heads.flatMap((head) => {
      const ledger = ledgers.get(head.id) ?? [];
      const sequences = ledger.map(({ sequence }) => sequence);
      const rebuilt = ledger.reduce<Ticket | undefined>((before, entry) => applyEntry(before, entry), undefined);
      const item = items.find(({ pk, sk }) => pk === `T#${head.id}` && sk === "A") ?? {};
      return [
        ...(sequences.every((sequence, index) => sequence === index + 1)
          ? []
          : [`ledger ${head.id} has gaps: ${sequences.join()}`]),
        ...(head.version === ledger.length
          ? []
          : [`head ${head.id} has version ${head.version}, its ledger ${ledger.length} entries`]),
        ...(isDeepStrictEqual(plain(rebuilt), plain(head)) ? [] : [`head ${head.id} is not what its ledger rebuilds`]),
        ...timer(head, item),
      ];
    }),
    ...acts.flatMap((act) => happenedOnce(act, ledgers.get(act.ticketId) ?? [])),
  ];
}

function timer(head: Ticket, item: Readonly<Record<string, unknown>>): string[] {
  const rings = head.clocks.flatMap((clock) =>
    (clock.state === "running" || clock.state === "breached") && clock.nextRingAt !== undefined
      ? [clock.nextRingAt]
      : [],
  );
  const first = rings.toSorted()[0];
  const { gsi2pk, gsi2sk } = indexKeys(head);
  return [
    ...(head.fireAt === first ? [] : [`head ${head.id} says it rings at ${head.fireAt}, its clocks say ${first}`]),
    ...(item["gsi2pk"] === gsi2pk && item["gsi2sk"] === gsi2sk
      ? []
      : [`timer of ${head.id} is not in its index as it should`]),
    ...((first === undefined) === (item["gsi2pk"] === undefined)
      ? []
      : [`timer of ${head.id} is there without need, or missing`]),
  ];
}

/** An act that was answered stands in the ledger once; one that was refused does not. Acknowledging may find nothing to do. */
function happenedOnce({ name, marker, answer }: DeskAct, ledger: readonly LedgerEntry[]): string[] {
  const traces = ledger.filter(({ actor }) => actor.id === marker).length;
  const may = answer === "refused" ? [0] : name === "acknowledge" ? [0, 1] : [1];
  return may.includes(traces)
    ? []
    : [`${name} ${marker}, answered ${answer ?? "never"}, stands in its ledger ${traces} times`];
}
