/**
 * The id of what one event tells one recipient on one channel: derived, so that a repetition is the same message.
 *
 * `recipient` is "citizen" or a staff id, never an address.
 */
export function messageIdOf(eventId: string, recipient: string, channel: string): string {
  return `${eventId}.${recipient}.${channel}`;
}

/** The id of an alert, the same in every list that holds it; it begins with the time, by which lists are ordered. */
export function alertIdOf(at: string, eventId: string): string {
  return `${Date.parse(at)}.${eventId}`;
}
