import * as z from "zod";
import { durationSchema, instantSchema } from "#contracts/words";

/**
 * How long a promise may take: wall-clock, office time exact to the millisecond, or whole working days of which the
 * day of receipt is not one.
 */
export const allowanceSchema = z.union(
  [
    z.strictObject({ elapsed: durationSchema }),
    z.strictObject({ working: durationSchema }),
    z.strictObject({
      workingDays: z.number().int().positive(),
      /** Where the last day ends: at the close of its last shift, or at 24:00. Defaults to "closing". */
      endOfDay: z.enum(["closing", "midnight"]).optional(),
    }),
  ],
  { error: 'not an allowance, expected such as {"elapsed": "PT5M"}, {"working": "PT8H"} or {"workingDays": 5}' },
);
export type Allowance = z.infer<typeof allowanceSchema>;

export const clockNameSchema = z.enum(["forward", "accept", "first-reply", "resolve", "progress", "confirm"]);
export type ClockName = z.infer<typeof clockNameSchema>;

const common = {
  name: clockNameSchema,
  /** 1 for the first run of this promise on the ticket, one more each time it is started anew. */
  epoch: z.number().int().positive(),
  startedAt: instantSchema,
  allowance: allowanceSchema,
  calendar: z.string(),
  calendarVersion: z.string(),
  policyVersion: z.string(),
  /** Set when a due time reaches beyond the last year with a published notice of days off. */
  calendarIncomplete: z.boolean().optional(),
  /** The first due time, kept when an extension or a recomputation moves it. */
  originalDueAt: instantSchema.optional(),
  extensions: z.number().int().nonnegative().optional(),
  /** Stretches in which the clock stood still, oldest first; a recomputation from the start leaves them out again. */
  pauses: z.array(z.object({ from: instantSchema, to: instantSchema })).optional(),
};

/** What has rung already and what rings next. Only a clock that still runs or counts lateness has `nextRingAt`. */
const ringing = {
  /** How many of the policy's warnings have been given. */
  warned: z.number().int().nonnegative(),
  /** The last rung of the ladder that was told; 0 is the breach itself, absent before it. */
  rung: z.number().int().nonnegative().optional(),
  acknowledgedAt: instantSchema.optional(),
  acknowledgedBy: z.string().optional(),
  nextRingAt: instantSchema.optional(),
};

/**
 * One promise on one ticket. States are types: a paused clock has no due time, a met one cannot ring.
 *
 * `paused.remaining` is what was left until the due time, or, where that had passed, until the ladder's next rung: in
 * wall-clock milliseconds for an elapsed allowance, else in milliseconds of office time.
 */
export const clockSchema = z.discriminatedUnion("state", [
  z.object({ ...common, ...ringing, state: z.literal("running"), dueAt: instantSchema }),
  z.object({
    ...common,
    warned: ringing.warned,
    rung: ringing.rung,
    acknowledgedAt: ringing.acknowledgedAt,
    acknowledgedBy: ringing.acknowledgedBy,
    state: z.literal("paused"),
    pausedAt: instantSchema,
    /** Set when the clock was already breached when it was paused, with the due time that it missed. */
    breachedAt: instantSchema.optional(),
    dueAt: instantSchema.optional(),
    remaining: z.object({ unit: z.enum(["elapsed", "working"]), ms: z.number().int().nonnegative() }),
  }),
  z.object({
    ...common,
    state: z.literal("met"),
    dueAt: instantSchema.optional(),
    metAt: instantSchema,
    late: z.boolean(),
    breachedAt: instantSchema.optional(),
  }),
  z.object({ ...common, ...ringing, state: z.literal("breached"), dueAt: instantSchema, breachedAt: instantSchema }),
  z.object({
    ...common,
    state: z.literal("cancelled"),
    cancelledAt: instantSchema,
    dueAt: instantSchema.optional(),
    /** What had rung and was missed, for the case that a merge is undone and the promise holds again. */
    warned: ringing.warned.optional(),
    rung: ringing.rung,
    breachedAt: instantSchema.optional(),
  }),
]);
export type Clock = z.infer<typeof clockSchema>;
