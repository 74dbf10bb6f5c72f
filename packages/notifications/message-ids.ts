/**
 * The id of what one event tells one recipient on one channel: derived, so that a repetition is the same message.
 *
 * `recipient` is "citizen" or a staff id, never an address.
 */
export function messageIdOf(eventId: string, recipient: string, channel: string): string {
  return `${eventId}.${recipient}.${channel}`;
}

/** The id of an alert, from which its place in the list can be read: milliseconds, event, staff member. */
export function alertIdOf(at: string, eventId: string, staff: string): string {
  return `${Date.parse(at)}.${eventId}.${staff}`;
}
