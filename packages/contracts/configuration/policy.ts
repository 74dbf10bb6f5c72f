import * as z from "zod";
import { allowanceSchema, clockNameSchema } from "#contracts/clock";
import { durationSchema, urgencySchema } from "#contracts/words";

/** Who a warning or rung is for: holders of `role`, in the ticket's agency, in its parent, or in the province. */
export const tellSchema = z.strictObject({
  tell: z.enum(["officer", "unit-head", "department-head", "supervisor", "duty-supervisor", "vice-chair-office"]),
  scope: z.enum(["agency", "parent", "province"]),
  /** `desk` alone is the alert list; the rest leave the house. */
  channels: z.array(z.enum(["desk", "sms", "email", "zalo", "webhook"])).min(1),
});
export type Tell = z.infer<typeof tellSchema>;

/**
 * One allowance for all, or one for each urgency; an urgency that is not named uses `normal`, and has no clock where
 * `normal` is not named either.
 */
export const allowancesSchema = z.union(
  [
    allowanceSchema,
    z.strictObject({
      emergency: allowanceSchema.optional(),
      high: allowanceSchema.optional(),
      normal: allowanceSchema.optional(),
      low: allowanceSchema.optional(),
    }),
  ],
  {
    error:
      'not an allowance, expected such as {"elapsed": "PT5M"}, {"working": "PT8H"} or {"workingDays": 5}, ' +
      'or one for each urgency such as {"high": {"workingDays": 3}, "normal": {"workingDays": 5}}',
  },
);

export const ladderSchema = z.strictObject({
  id: z.string(),
  /** Rung 0 is told at the breach itself (`after` PT0S); the others follow, counted from the breach. */
  rungs: z
    .array(tellSchema.extend({ after: allowanceSchema.or(z.strictObject({ elapsed: z.literal("PT0S") })) }))
    .min(1),
  /** An acknowledged rung holds the following ones this long. */
  holdFor: allowanceSchema,
});
export type Ladder = z.infer<typeof ladderSchema>;

export const policySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  /** The decision it follows. */
  source: z.string(),
  /** By clock name; a clock that is not named does not run. */
  allowances: z.partialRecord(clockNameSchema, allowancesSchema),
  /** Categories that other laws rule (complaints, denunciations), and the promises that are not made for them. */
  exempt: z
    .array(z.strictObject({ category: z.string(), clocks: z.array(clockNameSchema).min(1), source: z.string() }))
    .optional(),
  /** Clocks that stand still while the citizen is asked for more. */
  pausedWhileWaiting: z.array(clockNameSchema),
  /** Fractions of the allowance at which somebody is warned, ascending. By clock name, `default` for the others. */
  warnings: z.record(z.string(), z.array(tellSchema.extend({ at: z.number().gt(0).lt(1) }))),
  /** Ladder id by clock name, `default` for the others. */
  ladders: z.record(z.string(), z.string()),
  /** The ladder of all clocks of an emergency, which cannot wait for an office to open. */
  emergencyLadder: z.string().optional(),
});
export type Policy = z.infer<typeof policySchema>;

export const policiesFileSchema = z.strictObject({
  /** The policy in force from each date on, ascending. */
  inForce: z.array(z.strictObject({ from: z.iso.date(), policy: z.string() })).min(1),
  policies: z.array(policySchema).min(1),
  ladders: z.array(ladderSchema).min(1),
  /** Quiet hours for what is not urgent, and how storms are folded. */
  quietHours: z.strictObject({ from: z.string(), to: z.string(), exempt: z.array(urgencySchema) }),
  storm: z.strictObject({ onePer: durationSchema, worst: z.number().int().positive() }),
  /** How long after closing a message on the same conversation still speaks of the same matter. */
  sameMatterHours: z.number().positive(),
  /** How long the masked words of a request that agents judged are kept to learn from; `P0D`: not at all. */
  keepCorrections: durationSchema.optional(),
});
export type PoliciesFile = z.infer<typeof policiesFileSchema>;
