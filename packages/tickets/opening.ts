import type { InboundMessage } from "#contracts/inbound-message";
import type { MessageReading } from "#contracts/message-reading";
import type { TicketTriage } from "#contracts/ticket";
import type { Urgency } from "#contracts/words";
import type { NextCode } from "#tickets/code-lease";
import type { TicketStore } from "#tickets/ticket-store";
import type { FollowClocks } from "#tickets/transition";

/** What triage made of a message, as far as opening a ticket needs it. */
export interface Understanding {
  readonly triage: TicketTriage;
  /** What is kept with the message alone. */
  readonly reading: MessageReading;
  readonly title: string;
  readonly emergency: boolean;
  readonly needsTriage: boolean;
  /** Thanks, spam, a STOP word: it joins a matter that is done without reopening it. */
  readonly asksNothing: boolean;
  /** A STOP word and nothing else: no more notices on this conversation until the citizen writes again. */
  readonly wantsSilence: boolean;
  /** The citizen wants their name kept from the agency. */
  readonly keepNameSecret: boolean;
}

/** Where a matter goes: an agency, or the call centre's own desk when it is not clear. */
export type Choice =
  | { readonly agency: string; readonly supporting: readonly string[]; readonly why: string }
  | { readonly desk: true; readonly why: string };

/** What opening a ticket needs of the other slices, and of the world. */
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
