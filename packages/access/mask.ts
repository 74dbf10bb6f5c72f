import { type DeskUser, hasRole } from "#access/staff";
import type { Ticket } from "#contracts/ticket";

/** Does this user need to know who the citizen is? Officers do, unless the citizen asked for their name to be kept. */
export function seesCitizen(user: DeskUser, ticket: Pick<Ticket, "flags">): boolean {
  if (hasRole(user, "agent")) return true;
  if (ticket.flags.anonymous) return hasRole(user, "supervisor") && user.agencies.length === 0;
  return hasRole(user, "officer", "supervisor");
}

/** +84900000022 -> +8490*****22: enough to recognise, not to call. */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? "***" : `${phone.slice(0, 5)}${"*".repeat(phone.length - 7)}${phone.slice(-2)}`;
}

/** The first letter of each part of a name. */
export function maskedName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((part) => `${[...part][0] ?? ""}.`)
    .join(" ");
}

/** Numbers of nine digits and more (phones, identity cards, accounts), also with dots and blanks between. */
const longNumber = /\d(?:[\s.-]?\d){8,}/g;

export function maskedText(text: string): string {
  return text.replaceAll(longNumber, "•••••");
}
