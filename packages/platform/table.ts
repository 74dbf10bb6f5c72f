/**
 * The one table, as CDK deploys it and as a laptop makes it.
 *
 * Indexes carry keys only: an update that moves no key then writes no index, and that is most of what a ticket
 * costs. Readers fetch the heads they list.
 */
export const tableKeys = { partition: "pk", sort: "sk" } as const;

export const tableIndexes = [
  /** Work lists: `AG#<agency>#<status>`, by due time. */
  { name: "GSI1", partition: "gsi1pk", sort: "gsi1sk" },
  /** Timers, sparse: `DUE#<shard>`, by the moment that rings. */
  { name: "GSI2", partition: "gsi2pk", sort: "gsi2sk" },
  /** A citizen's tickets: `P#<citizen>`, by opening time. */
  { name: "GSI3", partition: "gsi3pk", sort: "gsi3sk" },
  /**
   * All tickets of a month: `OPENED#<yyyy-mm>`, by opening time; written once for each ticket. The corrections of a
   * month: `CORRECTION#<yyyy-mm>`. Its incident proposals: `STORM#<yyyy-mm>`.
   */
  { name: "GSI4", partition: "gsi4pk", sort: "gsi4sk" },
] as const;

/** Items that only help for a while (idempotency of the desk, slots) carry the second after which they may go. */
export const timeToLiveAttribute = "expiresAt";

/** Timers are spread so that one shard takes at most 1,000 writes a second. */
export const TIMER_SHARDS = 16;
