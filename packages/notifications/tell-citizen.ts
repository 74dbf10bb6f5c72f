import { eventIdOf, type LedgerEntry } from "#contracts/domain-event";
import type { OutboundMessage } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { citizenWay, type Way } from "#notifications/citizen-channel";
import { type CitizenText, citizenTexts } from "#notifications/citizen-texts";
import { fillTemplate } from "#notifications/fill-template";
import { joinedNotice } from "#notifications/joined-notice";
import { messageIdOf } from "#notifications/message-ids";
import { quietUntil } from "#notifications/quiet-hours";
import { spokenAt } from "#notifications/spoken-at";
import { type Reach, type TellingContext, templateOf } from "#notifications/telling-context";

/** Whoever wrote within this time is awake and waits for the answer, at any hour. */
const LIVE_MS = 60 * 60_000;

/** What the citizen hears of one act on their ticket, on the channel they used. */
export function tellCitizen(
  entry: LedgerEntry,
  ticket: Ticket,
  context: TellingContext,
  reach: Reach,
): OutboundMessage[] {
  const way = citizenWay(ticket.channel, reach);
  const told = entry.events.flatMap((event, position) =>
    citizenTexts(event, { entry, ticket, context }).map((text) => ({ text, id: eventIdOf(entry, position) })),
  );
  const messages = told.flatMap(({ text, id }) => {
    const circumstances = { entry, ticket, context, reach };
    if (text.kind === "emergency-advice") return advice(text, `${id}.advice`, circumstances);
    return way === undefined ? [] : [messageOf(text, id, { ...circumstances, way })];
  });
  return [...messages, ...joined(entry, ticket, context, reach)];
}

/** To whoever told of the danger, where they told it: that may be another than who opened the ticket. */
function advice(text: CitizenText, id: string, circumstances: Omit<Circumstances, "way">): OutboundMessage[] {
  const { entry, ticket, reach } = circumstances;
  const there = { ...ticket, ...spokenAt(entry, ticket) };
  const way = citizenWay(there.channel, reach);
  return way === undefined ? [] : [messageOf(text, id, { ...circumstances, ticket: there, way })];
}

function joined(entry: LedgerEntry, ticket: Ticket, context: TellingContext, reach: Reach): OutboundMessage[] {
  const notice = joinedNotice(entry, ticket);
  const way = notice === undefined ? undefined : citizenWay(notice.channel, reach);
  if (notice === undefined || way === undefined) return [];
  const { code, conversation: _, ...rest } = ticket;
  const text = { template: "joined", kind: "acknowledgement", values: { code }, waits: false } as const;
  const there = { ...rest, code, conversation: notice.conversation };
  return [messageOf(text, notice.id, { entry, ticket: there, context, reach, way })];
}

interface Circumstances {
  readonly entry: LedgerEntry;
  readonly ticket: Ticket;
  readonly context: TellingContext;
  readonly reach: Reach;
  readonly way: Way;
}

function messageOf(text: CitizenText, id: string, circumstances: Circumstances): OutboundMessage {
  const { entry, ticket, context, way } = circumstances;
  const notBefore = text.waits ? heldUntil(circumstances) : undefined;
  return {
    id: messageIdOf(id, "citizen", way.channel),
    kind: text.kind,
    ...way,
    recipient: { kind: "citizen", citizen: ticket.citizen, conversation: ticket.conversation },
    ticketId: ticket.id,
    ticketCodes: [ticket.code],
    ...fillTemplate(templateOf(context, text.template), text.values),
    ...(notBefore === undefined ? {} : { notBefore: notBefore.toISOString() }),
    createdAt: entry.at,
    state: "queued",
    attempts: 0,
  };
}

function heldUntil({ entry, ticket, context, reach }: Circumstances): Date | undefined {
  const at = new Date(entry.at);
  const live = at.getTime() - Date.parse(reach.lastWroteAt ?? ticket.openedAt) < LIVE_MS;
  if (live || context.quietHours.exempt.includes(ticket.urgency)) return undefined;
  return quietUntil(at, context.quietHours);
}
