import { epochInstant } from "#channels/epoch-instant";
import { hanoiInstant } from "#channels/hanoi-instant";
import { instantSchema } from "#contracts/words";

/** An instant as ISO-8601, as local time without a zone, or in seconds or milliseconds since 1970; undefined when none. */
export function anyInstant(value: unknown): string | undefined {
  if (typeof value === "number") return epochInstant(value) ?? epochInstant(value * 1000);
  if (typeof value !== "string") return undefined;
  const isInstant = instantSchema.safeParse(value).success;
  return isInstant ? new Date(value).toISOString() : hanoiInstant(value);
}
