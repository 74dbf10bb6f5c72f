import type { ZaloEvent } from "#channels/zalo/zalo-event";
import type { ParsedDelivery } from "#contracts/parsed-delivery";

/** An event of our account with what every reading of it needs. */
interface ZaloReading {
  readonly event: ZaloEvent;
  readonly oaId: string;
  readonly source: string;
  /** The event's own time, or when it reached us where that is no time. */
  readonly at: string;
}

/** How one kind of event is read. */
export type ZaloReader = (reading: ZaloReading) => ParsedDelivery;

export const ignored = (reason: string): ParsedDelivery => ({ kind: "ignored", reason });
export const unreadable = (reason: string): ParsedDelivery => ({ kind: "unreadable", reason });
