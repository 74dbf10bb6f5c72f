import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { type Received, receivedSchema } from "./received.ts";

interface ReceivedQuery {
  readonly channel?: string;
  readonly to?: string;
  /** A ticket code that the text, the subject or the payload speaks of. */
  readonly code?: string;
  readonly limit: number;
  /** Give what is older than the item with this id. */
  readonly before?: string;
}

/** All that the vendor double has taken, kept in a file of one line each so that a restart forgets nothing. */
export interface DoubleOutbox {
  add(received: Omit<Received, "id" | "at">): Received;
  /** Newest first. */
  list(query: ReceivedQuery): readonly Received[];
  find(fits: (received: Received) => boolean): Received | undefined;
}

export function doubleOutbox(file: string, now: () => Date): DoubleOutbox {
  const all: Received[] = existsSync(file) ? linesOf(file) : [];
  return {
    add(given) {
      const received = { ...given, id: String(all.length + 1).padStart(8, "0"), at: now().toISOString() };
      appendFileSync(file, `${JSON.stringify(received)}\n`);
      all.push(received);
      return received;
    },
    list: ({ limit, before, ...wanted }) =>
      all
        .toReversed()
        .filter((received) => (before === undefined || received.id < before) && fits(received, wanted))
        .slice(0, limit),
    find: (fits) => all.findLast(fits),
  };
}

/** A line cut short by a crash was never answered, so its sender asks again: it is left out. */
function linesOf(file: string): Received[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line) => {
    try {
      return [receivedSchema.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

function fits(received: Received, { channel, to, code }: Omit<ReceivedQuery, "limit" | "before">): boolean {
  if (channel !== undefined && received.channel !== channel) return false;
  if (to !== undefined && received.to !== to) return false;
  return code === undefined || JSON.stringify([received.text, received.subject, received.payload]).includes(code);
}
