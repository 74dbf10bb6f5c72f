import type * as z from "zod";
import type { staffEchoSchema } from "#contracts/parsed-delivery";
import { isOpen } from "#tickets/status-table";
import { storedMessage } from "#tickets/stored-message";
import type { TicketStore } from "#tickets/ticket-store";
import { type FollowClocks, transition } from "#tickets/transition";
import { whileRaced } from "#tickets/while-raced";

export interface RecordStaffEchoDependencies {
  readonly tickets: TicketStore;
  readonly follow: FollowClocks;
  readonly now: () => Date;
}

/**
 * What a person of the call centre wrote to the citizen in the vendor's own chat: kept with the ticket as one of our
 * messages, and a first reply like any other. It has been told already, so nobody is told again.
 */
export function recordStaffEcho(
  echo: z.infer<typeof staffEchoSchema>,
  { tickets, follow, now: clock }: RecordStaffEchoDependencies,
): Promise<"recorded" | "duplicate" | "no ticket"> {
  return whileRaced(async () => {
    const { conversation, vendorMessageId, staffId } = echo;
    const known = await tickets.conversation(conversation, vendorMessageId);
    if (known.message !== undefined) return "duplicate";
    const before = known.conversation === undefined ? undefined : await tickets.find(known.conversation.ticketId);
    if (before === undefined || !isOpen(before.status)) return "no ticket";
    const now = clock();
    const added = { type: "ticket.message-added", messageId: vendorMessageId, direction: "out", conversation } as const;
    const act = { ticketId: before.id, events: [added], actor: { kind: "staff" as const, id: staffId }, now };
    const write = {
      before,
      ...transition(before, act, follow),
      message: storedMessage(echo, { ticketId: before.id, channel: before.channel, source: "staff-echo" }, now),
    };
    return (await tickets.write(write)) === "written" ? "recorded" : "raced";
  });
}
