import type { SlaEvent } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { DuePage } from "#tickets/dynamo-due-timers";
import type { TicketStore } from "#tickets/ticket-store";
import { clockTransition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

export interface RecomputeClocksDependencies {
  readonly tickets: Pick<TicketStore, "find" | "write">;
  readonly shards: readonly string[];
  readonly page: DuePage;
  readonly recompute: (ticket: Ticket, now: Date) => readonly SlaEvent[];
  readonly now: () => Date;
}

/** No clock of ours rings later than this. */
const END_OF_TIME = new Date("9999-12-31T23:59:59.999Z");

/** Reckons every ticket with a timer again, after a calendar or policy has changed. Running it twice changes nothing more. */
export async function recomputeClocks(
  dependencies: RecomputeClocksDependencies,
): Promise<{ looked: number; moved: number }> {
  const counts = { looked: 0, moved: 0 };
  for (const shard of dependencies.shards) {
    let next: string | undefined;
    do {
      const read = await dependencies.page(shard, END_OF_TIME, next);
      for (const { ticketId } of read.timers) {
        counts.looked++;
        if (await recomputeOne(ticketId, dependencies)) counts.moved++;
      }
      next = read.cursor;
    } while (next !== undefined);
  }
  return counts;
}

function recomputeOne(ticketId: string, { tickets, recompute, now }: RecomputeClocksDependencies): Promise<boolean> {
  return whileRaced(async () => {
    const before = await tickets.find(ticketId);
    const at = now();
    const events = before === undefined ? [] : recompute(before, at);
    if (before === undefined || events.length === 0) return false;
    return (await tickets.write({ before, ...clockTransition(before, events, at) })) === "written" ? true : "raced";
  });
}
