import type { LedgerEntry } from "#contracts/domain-event";
import type { DueTimer } from "#contracts/outbound-message";
import type { SeededRandom } from "../seeded-random.ts";
import type { Arrival } from "./citizens.ts";
import { outside } from "./dynamo-interference.ts";

/** A message on `outbound`: hidden after a failure, as long as its visibility says. */
export interface OutboundTask {
  readonly messageId: string;
  readonly receives: number;
  readonly visibleAt: number;
}

/** SQS and the table's stream with all that they allow themselves: once more, late, and out of order between groups. */
export interface HistoryQueues {
  readonly inbound: Map<string, Arrival[]>;
  readonly slaDue: string[];
  readonly outbound: OutboundTask[];
  readonly deadLetters: string[];
  /** New entries by ticket, in order. */
  readonly stream: Map<string, LedgerEntry[]>;
  /** Entries that the stream brings once more, whenever it likes. */
  readonly streamAgain: LedgerEntry[];
  toOutbound(ids: readonly string[]): Promise<void>;
  toSlaDue(timers: readonly DueTimer[]): Promise<void>;
  /** Back on the queue after a failure, or with the dead letters after the fifth. */
  failed(task: OutboundTask, now: number): void;
  isEmpty(): boolean;
}

const VISIBILITY_MS = 120_000;
const MAX_RECEIVES = 5;

export function historyQueues(random: SeededRandom, duplicates: () => boolean): HistoryQueues {
  const twice = <T>(items: readonly T[]): T[] =>
    items.flatMap((item) => (duplicates() && random.whole(6) === 0 ? [item, item] : [item]));
  const queues: HistoryQueues = {
    inbound: new Map(),
    slaDue: [],
    outbound: [],
    deadLetters: [],
    stream: new Map(),
    streamAgain: [],
    toOutbound: async (ids) => {
      if (ids.length === 0) return;
      await outside({ to: "sqs", name: "SendMessageBatch" }, async () => {
        queues.outbound.push(...twice(ids).map((messageId) => ({ messageId, receives: 0, visibleAt: 0 })));
      });
    },
    toSlaDue: (timers) =>
      outside({ to: "sqs", name: "SendMessageBatch" }, async () => {
        queues.slaDue.push(...twice(timers).map(({ ticketId }) => ticketId));
      }),
    failed({ messageId, receives }, now) {
      if (receives >= MAX_RECEIVES) queues.deadLetters.push(messageId);
      else queues.outbound.push({ messageId, receives, visibleAt: now + VISIBILITY_MS });
    },
    isEmpty: () =>
      [...queues.inbound.values(), ...queues.stream.values()].every((group) => group.length === 0) &&
      [queues.slaDue, queues.outbound, queues.deadLetters, queues.streamAgain].every((queue) => queue.length === 0),
  };
  return queues;
}
