import type { Ticket } from "#contracts/ticket";
import { onDuty } from "#notifications/on-duty";
import { everyChannel } from "#notifications/staff-announcement";
import { announced } from "#notifications/tell-staff";
import type { TellingContext } from "#notifications/telling-context";
import type { Telling } from "#notifications/what-to-tell";

/** Many reporters of perhaps one fault, as far as an alert speaks of them. */
export interface ProposedIncident {
  readonly id: string;
  readonly at: string;
  readonly reporters: number;
  /** As people read them. */
  readonly category: string;
  readonly place: string;
}

/**
 * Who hears that an incident is proposed: the duty supervisor on every channel, once. Pure, and under ids derived from
 * the proposal, so it can be told again after a crash. `ticket` is the one whose report made it.
 */
export function tellIncident(
  { id, at, reporters, category, place }: ProposedIncident,
  ticket: Ticket,
  context: TellingContext,
): Telling {
  const { alerts, pages } = announced(
    {
      told: onDuty(ticket, new Date(at), context),
      channels: everyChannel,
      template: "alert-incident",
      values: { reporters: String(reporters), category, place, code: ticket.code, url: context.urls.deskUrl },
      about: { kind: "incident-proposed", proposal: id },
    },
    id,
    { ticket, context, entry: { at } },
  );
  return { alerts, messages: [], foldable: pages };
}
