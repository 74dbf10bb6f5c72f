import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Cursors } from "#access/signed-cursor";
import type { Alert } from "#contracts/outbound-message";
import type { InboundQueue } from "#contracts/raw-delivery";
import type { Ticket } from "#contracts/ticket";
import type { Quarantine } from "#platform/dynamo-quarantine";
import type { Logger } from "#platform/logger";
import type { ActDependencies } from "#tickets/act-on-ticket";
import type { OpenTicketDependencies } from "#tickets/open-ticket";
import type { TicketReads } from "#tickets/ticket-reads";
import type { DeskEnvironment } from "./authenticated.ts";

/** The alert lists of people, agencies and the province, as the desk reads them. */
export interface AlertLists {
  /** Newest first. */
  page(
    owners: readonly string[],
    limit: number,
    after?: string,
  ): Promise<{ readonly alerts: readonly Alert[]; readonly after?: string }>;
  find(owners: readonly string[], id: string): Promise<Alert | undefined>;
  /** Marks an alert as seen in every list that holds it; the first acknowledgement stays. */
  acknowledge(alert: Alert, by: string, at: Date): Promise<Alert>;
}

export interface DeskApiDependencies {
  readonly opening: OpenTicketDependencies;
  readonly acting: ActDependencies;
  readonly reads: TicketReads;
  readonly alerts: AlertLists;
  readonly quarantine: Pick<Quarantine, "list" | "find">;
  readonly inboundQueue: InboundQueue;
  readonly cursors: Cursors;
  readonly agencyName: (id: string) => string | undefined;
  /** The agency at whose desk tickets wait while no other has them. */
  readonly callCentre: string;
  /** Undefined: there is no such area. */
  readonly areaName: (code: string) => string | undefined;
  readonly isCategory: (code: string) => boolean;
  readonly toPhoneNumber: (written: string) => string | undefined;
  readonly explainClocks: (ticket: Ticket) => unknown;
  readonly logger: Logger;
  readonly now: () => Date;
}

export type DeskApp = OpenAPIHono<DeskEnvironment>;
