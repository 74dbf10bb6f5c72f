import { type DeskUser, hasRole } from "#access/staff";
import type { Stretch } from "#contracts/message-reading";
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

const HIDDEN = "•••••";
/** Numbers of nine digits and more (phones, identity cards, accounts), also with dots and blanks between. */
const longNumber = /\d(?:[\s.-]?\d){8,}/g;

/** The text without what was found in it, and without any long number that was not. */
export function maskedText(text: string, found: readonly Stretch[] = []): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (start >= at) masked += text.slice(at, start) + HIDDEN;
    at = Math.max(at, end);
  }
  return (masked + text.slice(at)).replaceAll(longNumber, HIDDEN);
}

/** Insults are for those who answer the citizen to know; whoever repairs the street light reads stars. */
export function seesAbuse(user: DeskUser): boolean {
  return hasRole(user, "agent") || (hasRole(user, "supervisor") && user.agencies.length === 0);
}

/** A star for each character of an insult: every other position in the text stays what it was. */
export function starredText(text: string, abuse: readonly Stretch[]): string {
  const letters = text.split("");
  for (const { start, end } of abuse) letters.fill("*", start, end);
  return letters.join("");
}
