import { TicketContendedError } from "#tickets/ticket-errors";

const ATTEMPTS = 8;

/** Reads, decides and writes again as long as somebody else wrote first; gives up loudly after eight times. */
export async function whileRaced<T>(attempt: () => Promise<T | "raced">): Promise<T> {
  for (let count = 0; count < ATTEMPTS; count++) {
    const outcome = await attempt();
    if (outcome !== "raced") return outcome;
  }
  throw new TicketContendedError(ATTEMPTS);
}
