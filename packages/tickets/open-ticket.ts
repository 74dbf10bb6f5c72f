import type { Actor, TicketEvent } from "#contracts/domain-event";
import type { InboundMessage, ReplyAddress } from "#contracts/inbound-message";
import type { Ticket } from "#contracts/ticket";
import { dangerOnCall } from "#tickets/danger";
import { joinEvents } from "#tickets/join";
import { learntEvents } from "#tickets/learnt-events";
import { messageWrite } from "#tickets/message-write";
import type { OpenTicketDependencies, Understanding } from "#tickets/opening";
import { openingEvents } from "#tickets/opening-events";
import { unknownFromNowOn } from "#tickets/stay-unknown";
import { type Subject, subjectOf } from "#tickets/subject-of";
import type { Conversation, StoredCall, TicketWrite } from "#tickets/ticket-store";
import { transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

export type Opening =
  | { readonly kind: "opened" | "joined" | "reopened"; readonly ticket: Ticket }
  | { readonly kind: "duplicate"; readonly ticketId: string };

const citizenActor: Actor = { kind: "citizen" };

/**
 * A message becomes a ticket, or one more message on the ticket its conversation is about. Exactly once, however
 * often it is delivered: the message's own key is written in the same transaction.
 */
export function openTicket(message: InboundMessage, dependencies: OpenTicketDependencies): Promise<Opening> {
  const { tickets } = dependencies;
  return whileRaced<Opening>(async () => {
    const known = await tickets.conversation(message.conversation, message.vendorMessageId);
    if (known.message !== undefined) return { kind: "duplicate", ticketId: known.message.ticketId };
    const call = message.call === undefined ? undefined : await tickets.call(message.call.id);
    const read = dependencies.understand(message);
    const subject = await subjectOf(message, known.conversation, call, read, dependencies);
    const write = await plan(message, { read, subject, conversation: known.conversation, call }, dependencies);
    return (await tickets.write(write)) === "written" ? { kind: kindOf(write), ticket: write.after } : "raced";
  });
}

function kindOf({ before, entry }: TicketWrite): "opened" | "joined" | "reopened" {
  if (before === undefined) return "opened";
  return entry.events.some(({ type }) => type === "ticket.reopened") ? "reopened" : "joined";
}

interface Known {
  readonly read: Understanding;
  readonly subject: Subject | undefined;
  readonly conversation: Conversation | undefined;
  readonly call: StoredCall | undefined;
}

async function plan(
  message: InboundMessage,
  { read, subject, conversation, call }: Known,
  dependencies: OpenTicketDependencies,
): Promise<TicketWrite> {
  const { follow, now: clock, newId } = dependencies;
  const now = clock();
  const before = subject?.ticket;
  const events =
    subject === undefined
      ? await openingEvents(message, read, conversation?.citizen, now, dependencies)
      : joiningEvents(subject, message, read, now, dependencies);
  const ticketId = before?.id ?? newId();
  const cause = `${message.conversation}/${message.vendorMessageId}`;
  const { after, entry } = transition(
    before,
    { ticketId, events: linkKnownCall(events, call), actor: citizenActor, now, cause },
    follow,
  );
  const pointer: Conversation = { ticketId, citizen: after.citizen, reply: replyAfter(message, read, conversation) };
  const elsewhere = subject?.byCall === true && conversation !== undefined && conversation.ticketId !== ticketId;
  return {
    before,
    after,
    entry,
    ...(elsewhere ? {} : { conversation: { id: message.conversation, before: conversation, after: pointer } }),
    ...messageWrite(message, { ticketId, citizen: after.citizen, reading: read.reading }, call, now),
  };
}

/** Where the citizen is answered from now on; a message that brings no address leaves the one we have. */
function replyAfter(
  { reply }: InboundMessage,
  { wantsSilence }: Understanding,
  conversation: Conversation | undefined,
): ReplyAddress {
  if (wantsSilence) return { kind: "refused" };
  return reply.kind === "none" ? (conversation?.reply ?? reply) : reply;
}

/** One more message, and what it tells that was not known before. */
function joiningEvents(
  { ticket, byCall }: Subject,
  message: InboundMessage,
  read: Understanding,
  now: Date,
  dependencies: OpenTicketDependencies,
): TicketEvent[] {
  const joined = joinEvents(ticket, message, read.asksNothing || byCall);
  const learnt = byCall
    ? [...unknownFromNowOn(ticket, read), ...dangerOnCall(ticket, read, now)]
    : learntEvents(ticket, message, read, now, dependencies);
  return [...joined, ...learnt];
}

/** The call's record came before its transcript: the ledger learns of it now. */
function linkKnownCall(events: readonly TicketEvent[], known: StoredCall | undefined): TicketEvent[] {
  if (known?.call === undefined || known.ticketId !== undefined) return [...events];
  const { from: _, to: __, ...call } = known.call;
  return [...events, { type: "ticket.call-linked", call }];
}
