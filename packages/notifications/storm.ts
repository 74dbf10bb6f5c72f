import type { Alert, OutboundMessage } from "#contracts/outbound-message";
import type { Page } from "#notifications/tell-staff";

/** Alerts that were not told one by one: how many of each kind, and the worst of them, worst first. */
export interface Folded {
  readonly warned: number;
  readonly breached: number;
  readonly escalated: number;
  readonly other: number;
  readonly worst: readonly FoldedLine[];
}

/** One folded alert, as far as a digest speaks of it. */
export interface FoldedLine extends Pick<Alert, "kind" | "ticketCode"> {
  readonly id: string;
  readonly lateByMs: number;
}

/** A digest that has become due for one person on one channel. `window` names it: never the same twice. */
export interface DueDigest extends Pick<OutboundMessage, "channel"> {
  readonly staff: string;
  readonly window: string;
  readonly folded: Folded;
  readonly now: Date;
}

/**
 * At most one message for each person, channel and window; what comes in between is folded into a digest that is
 * due when the window ends. Each alert is told exactly once, alone or in a digest.
 */
export interface Storm {
  /** Stores the page's message, to be sent now or folded; asking again for the same page answers the same. */
  admit(page: Page, now: Date): Promise<"send" | "folded">;
  /** Makes messages of all digests that are due and answers their ids, to be put on the queue. */
  flushDigests(now: Date): Promise<string[]>;
}
