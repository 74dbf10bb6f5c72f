import type { Actor, TicketEvent } from "#contracts/domain-event";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Ticket, TicketTriage } from "#contracts/ticket";
import type { Urgency } from "#contracts/words";
import type { NextCode } from "#tickets/code-lease";
import { joinEvents, joins } from "#tickets/join";
import type {
  CitizenContact,
  Conversation,
  StoredCall,
  StoredMessage,
  TicketStore,
  TicketWrite,
} from "#tickets/ticket-store";
import { type FollowClocks, transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

/** What triage made of a message, as far as opening a ticket needs it. */
export interface Understanding {
  readonly triage: TicketTriage;
  readonly title: string;
  readonly emergency: boolean;
  readonly needsTriage: boolean;
  /** Thanks and the like: joins a closed matter without reopening it. */
  readonly thanks: boolean;
  /** The citizen wants their name kept from the agency. */
  readonly keepNameSecret: boolean;
}

/** Where a matter goes: an agency, or the call centre's own desk when it is not clear. */
export type Choice =
  | { readonly agency: string; readonly supporting: readonly string[]; readonly why: string }
  | { readonly desk: true; readonly why: string };

export interface OpenTicketDependencies {
  readonly tickets: TicketStore;
  readonly understand: (message: InboundMessage) => Understanding;
  readonly chooseAgency: (matter: {
    category: string;
    urgency: Urgency;
    areaCode: string | undefined;
    at: Date;
  }) => Choice;
  readonly follow: FollowClocks;
  readonly nextCode: NextCode;
  readonly newId: () => string;
  /** The citizen's id for a phone number, e-mail address or channel id. */
  readonly pseudonym: (value: string) => string;
  readonly sameMatterHours: number;
  readonly now: () => Date;
}

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
    const subject = await subjectOf(message, known.conversation, call, dependencies);
    const write = await plan(message, { subject, conversation: known.conversation, call }, dependencies);
    return (await tickets.write(write)) === "written" ? { kind: kindOf(write), ticket: write.after } : "raced";
  });
}

function kindOf({ before, entry }: TicketWrite): "opened" | "joined" | "reopened" {
  if (before === undefined) return "opened";
  return entry.events.some(({ type }) => type === "ticket.reopened") ? "reopened" : "joined";
}

interface Subject {
  readonly ticket: Ticket;
  /** The agent on the call opened it: the transcript only joins, whatever it says. */
  readonly byCall: boolean;
}

interface Known {
  readonly subject: Subject | undefined;
  readonly conversation: Conversation | undefined;
  readonly call: StoredCall | undefined;
}

/** The ticket this message goes on about: the one of its call, or the conversation's, if that is not long over. */
async function subjectOf(
  message: InboundMessage,
  conversation: Conversation | undefined,
  call: StoredCall | undefined,
  { tickets, now, sameMatterHours }: OpenTicketDependencies,
): Promise<Subject | undefined> {
  const ofCall = call?.ticketId === undefined ? undefined : await tickets.find(call.ticketId);
  if (ofCall !== undefined) return { ticket: ofCall, byCall: true };
  const named = message.about === undefined ? undefined : await tickets.idOfCode(message.about);
  const ticketId = named ?? conversation?.ticketId;
  if (ticketId === undefined || message.form !== undefined) return undefined;
  const ticket = await afterMerging(await tickets.find(ticketId), tickets);
  return ticket !== undefined && joins(ticket, now(), sameMatterHours) ? { ticket, byCall: false } : undefined;
}

/** A merged ticket lives on in the one it was merged into. */
async function afterMerging(ticket: Ticket | undefined, tickets: TicketStore): Promise<Ticket | undefined> {
  if (ticket?.status !== "merged" || ticket.flags.duplicateOf === undefined) return ticket;
  const id = await tickets.idOfCode(ticket.flags.duplicateOf);
  return id === undefined ? undefined : tickets.find(id);
}

async function plan(
  message: InboundMessage,
  { subject, conversation, call }: Known,
  dependencies: OpenTicketDependencies,
): Promise<TicketWrite> {
  const { follow, now: clock, newId, understand } = dependencies;
  const now = clock();
  const understanding = understand(message);
  const before = subject?.ticket;
  const events =
    subject === undefined
      ? await openingEvents(message, understanding, now, dependencies)
      : joinEvents(subject.ticket, message, understanding.thanks || subject.byCall);
  const ticketId = before?.id ?? newId();
  const cause = `${message.conversation}/${message.vendorMessageId}`;
  const { after, entry } = transition(
    before,
    { ticketId, events: linkKnownCall(events, call), actor: citizenActor, now, cause },
    follow,
  );
  // a message that brings no address leaves the one we have
  const reply = message.reply.kind === "none" ? (conversation?.reply ?? message.reply) : message.reply;
  const pointer: Conversation = { ticketId, citizen: after.citizen, reply };
  const elsewhere = subject?.byCall === true && conversation !== undefined && conversation.ticketId !== ticketId;
  return {
    before,
    after,
    entry,
    message: storedMessage(message, ticketId, now),
    ...(elsewhere ? {} : { conversation: { id: message.conversation, before: conversation, after: pointer } }),
    ...callWrite(message, ticketId, call),
    ...contactWrite(message, after.citizen),
  };
}

async function openingEvents(
  message: InboundMessage,
  read: Understanding,
  now: Date,
  { chooseAgency, nextCode, pseudonym }: OpenTicketDependencies,
): Promise<TicketEvent[]> {
  const { channel, conversation, sender, form, call } = message;
  const { category, urgency, place } = read.triage;
  const choice: Choice = read.needsTriage
    ? { desk: true, why: "triage is not sure" }
    : chooseAgency({ category: category.value, urgency: urgency.value, areaCode: place.value.areaCode, at: now });
  const unclear = "desk" in choice;
  const opened: TicketEvent = {
    type: "ticket.opened",
    code: form?.code ?? (await nextCode(now)),
    channel,
    conversation,
    citizen: pseudonym(sender.phone ?? sender.email ?? `${channel}:${sender.id}`),
    category: category.value,
    urgency: urgency.value,
    title: read.title,
    place: place.value,
    flags: {
      emergency: read.emergency,
      anonymous: (form?.anonymous ?? false) || read.keepNameSecret,
      publish: form?.publish ?? false,
      needsTriage: unclear,
      reopened: false,
    },
    triage: read.triage,
    firstMessageId: message.vendorMessageId,
    ...(form === undefined ? {} : { trackingTokenHash: form.trackingTokenHash }),
    ...(call === undefined ? {} : { callIds: [call.id] }),
  };
  if (unclear) return [opened];
  return [
    opened,
    { type: "ticket.assigned", agency: choice.agency, supporting: [...choice.supporting], reason: choice.why },
  ];
}

/** The call's record came before its transcript: the ledger learns of it now. */
function linkKnownCall(events: readonly TicketEvent[], known: StoredCall | undefined): TicketEvent[] {
  if (known?.call === undefined || known.ticketId !== undefined) return [...events];
  const { from: _, to: __, ...call } = known.call;
  return [...events, { type: "ticket.call-linked", call }];
}

function callWrite(
  { call }: InboundMessage,
  ticketId: string,
  known: StoredCall | undefined,
): Pick<TicketWrite, "call"> {
  if (call === undefined || known?.ticketId !== undefined) return {};
  return {
    call: { before: known, after: { ...known, callId: call.id, ticketId, revision: (known?.revision ?? 0) + 1 } },
  };
}

function contactWrite(
  { sender: { name, phone, email } }: InboundMessage,
  citizen: string,
): { contact?: CitizenContact } {
  if (name === undefined && phone === undefined && email === undefined) return {};
  return {
    contact: {
      citizen,
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
    },
  };
}

function storedMessage(message: InboundMessage, ticketId: string, now: Date): StoredMessage {
  const { conversation, vendorMessageId, channel, source, text, attachments, location, transcript, sentAt } = message;
  return {
    conversation,
    vendorMessageId,
    ticketId,
    channel,
    source,
    text,
    attachments,
    sentAt,
    storedAt: now.toISOString(),
    ...(location === undefined ? {} : { location }),
    ...(transcript === undefined ? {} : { transcript }),
  };
}
