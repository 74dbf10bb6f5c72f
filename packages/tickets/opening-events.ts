import type { TicketEvent } from "#contracts/domain-event";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Choice, OpenTicketDependencies, Understanding } from "#tickets/opening";

/**
 * A new ticket, at an agency where it is clear, else at the call centre's desk. `known`: the citizen of the conversation,
 * for a message that does not say whose it is.
 */
export async function openingEvents(
  message: InboundMessage,
  read: Understanding,
  known: string | undefined,
  now: Date,
  { chooseAgency, nextCode, pseudonym }: OpenTicketDependencies,
): Promise<TicketEvent[]> {
  const { channel, conversation, form, call } = message;
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
    citizen: citizenOf(message, known, pseudonym),
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

function citizenOf(
  { channel, sender }: InboundMessage,
  known: string | undefined,
  pseudonym: OpenTicketDependencies["pseudonym"],
): string {
  const reachedBy = sender.phone ?? sender.email;
  return reachedBy === undefined ? (known ?? pseudonym(`${channel}:${sender.id}`)) : pseudonym(reachedBy);
}
