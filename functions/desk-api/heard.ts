import * as z from "zod";
import type { StoredMessage } from "#tickets/ticket-store";
import { callerDetails } from "#triage/summary/caller-details";

/** What a caller said of themselves on a call, for the agent to ask about and confirm. */
export const heardSchema = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  confirmed: z.literal(false),
});
type Heard = z.infer<typeof heardSchema>;

/** What is already known of the citizen, and how a spoken number is written. */
export interface HeardContext {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly toPhoneNumber: (spoken: string) => string | undefined;
}

/**
 * What the call told that nobody has confirmed: read from the transcript each time it is shown and kept nowhere else, so
 * that it is erased with the call. A name that is known is not proposed again; another number is, for calling back.
 */
export function heardOn(
  { transcript }: Pick<StoredMessage, "transcript">,
  { name: knownName, phone: knownPhone, toPhoneNumber }: HeardContext,
): Heard | undefined {
  if (transcript === undefined) return undefined;
  const { name, phone: spoken, address } = callerDetails(transcript);
  const phone = spoken === undefined ? undefined : (toPhoneNumber(spoken) ?? spoken);
  const heard = {
    ...(name === undefined || knownName !== undefined ? {} : { name }),
    ...(phone === undefined || phone === knownPhone ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
  };
  return Object.keys(heard).length === 0 ? undefined : { ...heard, confirmed: false };
}
