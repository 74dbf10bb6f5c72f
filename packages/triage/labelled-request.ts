import * as z from "zod";
import type { Urgency } from "#contracts/words";
import { channelSchema } from "#contracts/words";

/** The labelled files' words for urgency; ours are English. */
export const URGENCY_OF_LABEL = { khan_cap: "emergency", cao: "high", binh_thuong: "normal", thap: "low" } as const;
export const LABEL_OF_URGENCY: Readonly<Record<Urgency, keyof typeof URGENCY_OF_LABEL>> = {
  emergency: "khan_cap",
  high: "cao",
  normal: "binh_thuong",
  low: "thap",
};

/**
 * A request with what a person read in it.
 *
 * `place`: the commune or ward; `A | B` where a skilled agent must ask; null where the text does not say.
 * `alsoCategory`: what a second labelling found right too; `unsure`: where two labellings differ.
 */
export const labelledRequestSchema = z.object({
  text: z.string().min(1),
  channel: channelSchema,
  category: z.string(),
  urgency: z.enum(["khan_cap", "cao", "binh_thuong", "thap"]),
  place: z.string().nullable(),
  emergency: z.boolean().optional(),
  alsoCategory: z.array(z.string()).optional(),
  unsure: z.array(z.enum(["emergency", "urgency", "place", "category"])).optional(),
});
export type LabelledRequest = z.infer<typeof labelledRequestSchema>;
export const labelledFileSchema = z.array(labelledRequestSchema).min(1);
