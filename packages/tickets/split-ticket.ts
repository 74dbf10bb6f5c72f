import type { Actor, TicketEvent } from "#contracts/domain-event";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Ticket } from "#contracts/ticket";
import { messageWrite } from "#tickets/message-write";
import type { OpenTicketDependencies } from "#tickets/opening";
import { openingEvents } from "#tickets/opening-events";
import { transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

/** A matter that stands in a message of one ticket and becomes a ticket of its own. */
export interface Split {
  readonly parent: Ticket;
  /** The message that has it. `matter`: which of its matters; without it, all of it. */
  readonly from: { readonly conversation: string; readonly messageId: string; readonly matter?: number };
  /** What the new ticket begins with, on the parent's conversation; its id is the same for every repetition. */
  readonly message: InboundMessage;
  readonly actor: Actor;
}

const DAY_MS = 86_400_000;

/**
 * The ticket of one matter, once, however often it is asked for.
 *
 * It is answered on the conversation it came from, so a citizen who stops us there stops all of it; what they write
 * next still joins the ticket that the conversation was about.
 */
export async function splitTicket(split: Split, dependencies: OpenTicketDependencies): Promise<Ticket> {
  const child = await whileRaced(() => openChild(split, dependencies));
  await whileRaced(() => noteOnParent(split, child.code, dependencies));
  return child;
}

async function openChild(
  { parent, message, actor }: Split,
  dependencies: OpenTicketDependencies,
): Promise<Ticket | "raced"> {
  const { tickets, understand, follow, newId, now: clock } = dependencies;
  const known = await tickets.conversation(message.conversation, message.vendorMessageId);
  if (known.message !== undefined) {
    const before = await tickets.find(known.message.ticketId);
    if (before === undefined) throw new TypeError("A message without its ticket");
    return before;
  }
  const now = clock();
  const read = understand(message);
  const events = await openingEvents(message, read, parent.citizen, now, dependencies);
  const ticketId = newId();
  const moved = transition(undefined, { ticketId, events, actor, now, cause: message.vendorMessageId }, follow);
  const kept = messageWrite(message, { ticketId, citizen: parent.citizen, reading: read.reading }, undefined, now);
  return (await tickets.write({ before: undefined, ...moved, ...kept })) === "written" ? moved.after : "raced";
}

async function noteOnParent(
  { parent, from, message, actor }: Split,
  into: string,
  { tickets, follow, now: clock }: OpenTicketDependencies,
): Promise<"noted" | "raced"> {
  const key = `split#${parent.id}#${message.vendorMessageId}`;
  if ((await tickets.idempotent(key)) !== undefined) return "noted";
  const before = await tickets.find(parent.id);
  if (before === undefined) throw new TypeError("A ticket that was split is not there");
  const now = clock();
  const noted: TicketEvent = { type: "ticket.split", ...from, into, by: actor.id ?? "" };
  const moved = transition(before, { ticketId: parent.id, events: [noted], actor, now }, follow);
  const idempotency = { key, expiresAt: new Date(now.getTime() + DAY_MS) };
  return (await tickets.write({ before, ...moved, idempotency })) === "written" ? "noted" : "raced";
}
