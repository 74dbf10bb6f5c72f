import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Cursors } from "#access/signed-cursor";
import type { InboundQueue } from "#contracts/raw-delivery";
import type { Ticket } from "#contracts/ticket";
import type { FaultReports } from "#duplicates/fault-reports";
import type { IncidentProposals } from "#duplicates/incident-proposals";
import type { AlertList } from "#notifications/alert-list";
import type { Quarantine } from "#platform/dynamo-quarantine";
import type { Logger } from "#platform/logger";
import type { ActDependencies } from "#tickets/act-on-ticket";
import type { OpenTicketDependencies } from "#tickets/opening";
import type { TicketReads } from "#tickets/ticket-reads";
import type { DeskEnvironment } from "./authenticated.ts";
import type { KeepCorrectionDependencies } from "./keep-correction.ts";

export interface DeskApiDependencies extends Pick<KeepCorrectionDependencies, "corrections" | "keepCorrectionsMs"> {
  readonly opening: OpenTicketDependencies;
  readonly acting: ActDependencies;
  readonly reads: TicketReads;
  readonly alerts: Pick<AlertList, "page" | "find" | "acknowledge">;
  readonly reports: Pick<FaultReports, "between">;
  readonly incidentProposals: Pick<IncidentProposals, "madeBetween" | "find" | "dismiss">;
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
