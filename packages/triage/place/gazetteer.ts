import * as z from "zod";

/** What a province knows of its places beyond the list of its areas; an admin edits it as data. */
export const gazetteerSchema = z.strictObject({
  source: z.string(),
  /** Markets, beaches, parks, industrial zones: places whose area is certain, or one of a few. */
  landmarks: z.array(z.strictObject({ name: z.string(), areas: z.array(z.string()).min(1) })),
  /** Names that typed without diacritics are also ordinary words ("cho gao"): they need a sign that a place is meant. */
  everydayWords: z.array(z.string()),
  /** Names that are ordinary words even with diacritics ("thanh bình", "cái bè"). */
  ordinaryWords: z.array(z.string()),
  /** Areas whose bare name says too little: two districts were called Châu Thành. */
  needsUnit: z.array(z.string()),
  /** Roads, canals and the province itself: they hold an area's name and say nothing of where. */
  notPlaces: z.array(z.string()),
  /** By an area's code: areas that people may also mean by its name, when typed without diacritics. */
  alsoAsk: z.record(z.string(), z.array(z.string())),
  /** Areas that people without diacritics call by one short name. */
  askTogether: z.array(z.array(z.string())),
  /** Districts as people shorten them behind a commune's name ("Tân Bình CL"), names without their kind. */
  shortDistricts: z.record(z.string(), z.array(z.string())),
  /** Provinces and cities elsewhere. */
  outside: z.array(z.string()),
});
export type Gazetteer = z.infer<typeof gazetteerSchema>;
