import type { OpenAPIHono } from "@hono/zod-openapi";
import type { InboundQueue } from "#contracts/raw-delivery";
import type { RateLimit } from "#platform/dynamo-rate-limit";
import type { Logger } from "#platform/logger";
import type { NextCode } from "#tickets/code-lease";
import type { PromisedCodes } from "#tickets/promised-code";
import type { TicketReads } from "#tickets/ticket-reads";
import type { TicketStore } from "#tickets/ticket-store";
import type { Tracking } from "#tickets/tracking";
import type { FollowClocks } from "#tickets/transition";

export interface CitizenApiDependencies {
  readonly tickets: TicketStore;
  readonly reads: TicketReads;
  readonly promises: PromisedCodes;
  readonly tracking: Tracking;
  readonly nextCode: NextCode;
  readonly follow: FollowClocks;
  readonly inboundQueue: InboundQueue;
  readonly rateLimit: RateLimit;
  readonly pseudonym: (value: string) => string;
  /** What a form may name; codes of the province. */
  readonly categories: readonly {
    readonly code: string;
    readonly name: { readonly vi: string; readonly en: string };
  }[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly agencyName: (id: string) => string | undefined;
  /** Where a citizen follows a ticket; the code and the token are added. */
  readonly trackingUrl: string;
  readonly openApiDocument: () => unknown;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** What API Gateway tells of the call; locally the same. */
export interface CitizenEnvironment {
  Bindings: { readonly event?: { readonly requestContext?: { readonly http?: { readonly sourceIp?: string } } } };
}
export type CitizenApp = OpenAPIHono<CitizenEnvironment>;
