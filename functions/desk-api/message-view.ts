import * as z from "zod";
import type { LedgerEntry } from "#contracts/domain-event";
import { attachmentSchema } from "#contracts/inbound-message";
import { messageReadingSchema } from "#contracts/message-reading";
import type { Ticket } from "#contracts/ticket";
import { channelSchema, instantSchema } from "#contracts/words";
import type { StoredMessage } from "#tickets/ticket-store";
import { type HeardContext, heardOn, heardSchema } from "./heard.ts";
import {
  partOf,
  readable,
  readableAttachments,
  readableConversation,
  readableLines,
  readableNote,
  type Sight,
} from "./sight.ts";

/** One of several matters in a message. `ticket`: the code of the ticket that was made of it. */
const matterViewSchema = z.object({
  matter: z.number().int(),
  category: z.string(),
  confidence: z.number(),
  text: z.string(),
  ticket: z.string().optional(),
});

const readingViewSchema = messageReadingSchema
  .pick({ summary: true, summaryBy: true, redirect: true, redirectTo: true, personalData: true })
  .extend({ matters: z.array(matterViewSchema).optional() });

export const messageViewSchema = z.object({
  id: z.string(),
  direction: z.enum(["in", "out"]),
  channel: channelSchema,
  conversation: z.string(),
  vendorMessageId: z.string(),
  text: z.string(),
  at: instantSchema,
  attachments: z.array(attachmentSchema),
  /** What triage read in it; positions of personal data only for those who see it. */
  reading: readingViewSchema.optional(),
  /** The code of the ticket that was made of all of it. */
  splitInto: z.string().optional(),
  /** Of a call: what the caller said of themselves and nobody has confirmed; only for those who see the citizen. */
  heard: heardSchema.optional(),
});
type MessageView = z.infer<typeof messageViewSchema>;

export const messageIdOf = ({
  conversation,
  vendorMessageId,
}: Pick<StoredMessage, "conversation" | "vendorMessageId">) => `${conversation}/${vendorMessageId}`;

/** Messages both ways in the order they were said: the citizen's as sent, ours as the ledger has them. */
export function messageViews(
  ticket: Ticket,
  messages: readonly StoredMessage[],
  ledger: readonly LedgerEntry[],
  sight: Sight,
  known: HeardContext,
): MessageView[] {
  const made = madeOf(ledger);
  const incoming = messages.map((message) => ({
    ...incomingView(message, made, sight),
    ...heardView(message, sight, known),
  }));
  const outgoing = ledger.flatMap((entry) => saidTo(ticket, entry, sight));
  return [...incoming, ...outgoing].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function incomingView(message: StoredMessage, made: ReadonlyMap<string, string>, sight: Sight): MessageView {
  const { channel, vendorMessageId, sentAt, attachments, source } = message;
  const conversation = readableConversation(message.conversation, sight);
  const splitInto = made.get(messageIdOf(message));
  return {
    id: messageIdOf({ conversation, vendorMessageId }),
    direction: source === "staff-echo" ? "out" : "in",
    channel,
    conversation,
    vendorMessageId,
    text: readable(message, sight),
    at: sentAt,
    attachments: readableAttachments(attachments, sight),
    ...readingView(message, made, sight),
    ...(splitInto === undefined ? {} : { splitInto }),
  };
}

function heardView(message: StoredMessage, { citizen }: Sight, known: HeardContext): Pick<MessageView, "heard"> {
  const heard = citizen ? heardOn(message, known) : undefined;
  return heard === undefined ? {} : { heard };
}

function readingView(
  message: StoredMessage,
  made: ReadonlyMap<string, string>,
  sight: Sight,
): Pick<MessageView, "reading"> {
  if (message.reading === undefined) return {};
  const { abuse: _, matters, personalData, summary, ...open } = message.reading;
  const proposals = matters?.map(({ category, confidence, ...where }, matter) => {
    const ticket = made.get(`${messageIdOf(message)}#${matter}`);
    const text = readable(partOf(message, where), sight);
    return { matter, category, confidence, text, ...(ticket === undefined ? {} : { ticket }) };
  });
  return {
    reading: {
      ...open,
      ...(summary === undefined ? {} : { summary: readableLines(summary, sight) }),
      ...(proposals === undefined ? {} : { matters: proposals }),
      ...(sight.citizen && personalData !== undefined ? { personalData } : {}),
    },
  };
}

/** Which ticket was made of which message, or of which of its matters. */
export function madeOf(ledger: readonly LedgerEntry[]): ReadonlyMap<string, string> {
  const splits = ledger.flatMap(({ events }) => events).filter((event) => event.type === "ticket.split");
  return new Map(
    splits.map(({ conversation, messageId, matter, into }) => [
      `${conversation}/${messageId}${matter === undefined ? "" : `#${matter}`}`,
      into,
    ]),
  );
}

const spoken = new Set([
  "ticket.information-asked",
  "ticket.replied",
  "ticket.progress-reported",
  "ticket.resolved",
  "ticket.answered",
  "ticket.rejected",
  "ticket.redirected",
]);

function saidTo(ticket: Ticket, { ticketId, sequence, at, events }: LedgerEntry, sight: Sight): MessageView[] {
  const { channel } = ticket;
  const conversation = readableConversation(ticket.conversation, sight);
  return events.flatMap((event, position) => {
    if (!spoken.has(event.type)) return [];
    const said = "text" in event ? String(event.text) : "reason" in event ? String(event.reason) : "";
    const id = `${ticketId}.${sequence}.${position}`;
    const text = readableNote(said, sight);
    return [{ id, direction: "out", channel, conversation, vendorMessageId: id, text, at, attachments: [] }];
  });
}
