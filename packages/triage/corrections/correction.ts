import * as z from "zod";
import type { Ticket } from "#contracts/ticket";
import { instantSchema } from "#contracts/words";
import { LABEL_OF_URGENCY, labelledRequestSchema } from "#triage/labelled-request";
import { findPersonalData } from "#triage/personal-data/find-personal-data";
import { maskPersonalData } from "#triage/personal-data/mask";
import { readByTriage, readingSchema } from "./read-by-triage.ts";

/**
 * What a person made of a request that triage had read, with what triage read, so that both learning and counting can
 * be done from it. Personal data in the text is masked; it is kept with the citizen and erased with them.
 *
 * `classified`: somebody said what it is, be it the same as read. `kept`: the matter was worked to its end or handed
 * over as it stood, and nobody had said otherwise.
 */
export const correctionSchema = z.object({
  ticketId: z.string(),
  citizen: z.string(),
  openedAt: instantSchema,
  at: instantSchema,
  how: z.enum(["classified", "kept"]),
  request: labelledRequestSchema,
  read: readingSchema,
});
export type Correction = z.infer<typeof correctionSchema>;

/** A ticket as a person left it, and what its citizen has written so far. */
export interface Judged {
  readonly ticket: Pick<
    Ticket,
    "id" | "citizen" | "openedAt" | "channel" | "category" | "urgency" | "place" | "flags" | "triage"
  >;
  readonly texts: readonly string[];
  /** The name of the ticket's area as people write it. */
  readonly area: string | undefined;
  readonly how: Correction["how"];
  readonly at: Date;
}

/** Whoever denounces is kept secret by law (Luật Tố cáo 2018, article 10), in a file to learn from as well. */
const UNDER_OWN_LAW = "khieu_nai_to_cao";

/** The correction that a person's act on a ticket is; none where its words may not be kept or there are none. */
export function correctionOf({ ticket, texts, area, how, at }: Judged): Correction | undefined {
  const { id: ticketId, citizen, openedAt, channel, category, urgency, flags, triage } = ticket;
  const text = texts.join("\n").trim();
  const secret = flags.anonymous || [category, triage.category.value].includes(UNDER_OWN_LAW);
  if (secret || channel === "sensor" || text === "") return undefined;
  const masked = maskPersonalData(text, findPersonalData(text));
  const request = { text: masked, channel, category, urgency: LABEL_OF_URGENCY[urgency], place: area ?? null };
  // what triage read, it read in the first message alone
  const read = texts.length === 1 ? readByTriage(triage) : {};
  return { ticketId, citizen, openedAt, at: at.toISOString(), how, request, read };
}
