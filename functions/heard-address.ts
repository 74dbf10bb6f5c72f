import type { InboundMessage } from "#contracts/inbound-message";
import type { TicketTriage } from "#contracts/ticket";
import { findPersonalData } from "#triage/personal-data/find-personal-data";
import { callerDetails } from "#triage/summary/caller-details";

/**
 * Where a call says that it is, when the words alone told no address: the caller answered "ở đâu" without its capitals.
 *
 * A number to call never becomes an address, for the head of a ticket holds no such thing.
 */
export function withHeardAddress(triage: TicketTriage, { transcript }: InboundMessage): TicketTriage {
  if (transcript === undefined || triage.place.value.address !== undefined) return triage;
  const { address } = callerDetails(transcript);
  const isOnlyPlace = address !== undefined && findPersonalData(address).every(({ kind }) => kind === "house-number");
  return isOnlyPlace ? { ...triage, place: { ...triage.place, value: { ...triage.place.value, address } } } : triage;
}
