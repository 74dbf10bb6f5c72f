import type { PoliciesFile } from "#contracts/configuration/policy";
import { hanoiLocal } from "#platform/hanoi-local";

type Hours = Pick<PoliciesFile["quietHours"], "from" | "to">;
const DAY_MS = 86_400_000;

/** When quiet hours end, if this moment lies in them; they may reach over midnight. */
export function quietUntil(at: Date, { from, to }: Hours): Date | undefined {
  const { date, time } = hanoiLocal(at);
  const overMidnight = from > to;
  const quiet = overMidnight ? time >= from || time < to : time >= from && time < to;
  if (!quiet) return undefined;
  const end = new Date(`${date}T${to}:00+07:00`);
  return end > at ? end : new Date(end.getTime() + DAY_MS);
}
