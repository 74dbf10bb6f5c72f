import type { InboundMessage } from "#contracts/inbound-message";
import type { MessageReading } from "#contracts/message-reading";
import { storedMessage } from "#tickets/stored-message";
import type { CitizenContact, StoredCall, TicketWrite } from "#tickets/ticket-store";

/** What is written with a message beside its ticket: the message itself, its call, and what its sender let us know. */
export function messageWrite(
  message: InboundMessage,
  { ticketId, citizen, reading }: { ticketId: string; citizen: string; reading: MessageReading },
  call: StoredCall | undefined,
  now: Date,
): Pick<TicketWrite, "message" | "call" | "contact"> {
  return {
    message: storedMessage(message, { ticketId, channel: message.channel, source: message.source }, now, reading),
    ...callWrite(message, ticketId, call),
    ...contactWrite(message, citizen),
  };
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
