import * as z from "zod";
import { instantSchema } from "#contracts/words";

/** What is kept of a ticket for a while to find others like it. It holds nobody's words and no name. */
export const faultReportSchema = z.object({
  ticketId: z.string(),
  /** The citizen's id (keyed hash): one who reports five times is one reporter. */
  citizen: z.string(),
  category: z.string(),
  area: z.string(),
  at: instantSchema,
  /** A packed word sketch. */
  words: z.string(),
});
export type FaultReport = z.infer<typeof faultReportSchema>;

/** Where reports are alike enough to be compared at all. */
export type Surroundings = Pick<FaultReport, "category" | "area">;
