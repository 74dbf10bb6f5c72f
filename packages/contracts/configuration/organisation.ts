import * as z from "zod";
import { phoneNumberSchema } from "#contracts/words";

const dateSchema = z.iso.date();

/** An office that handles tickets. Effective-dated: mergers and renamings are new rows, never edits. */
export const agencySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  /** The name in a text message: without diacritics, at most 30 characters, so that the text stays one segment. */
  shortName: z
    .string()
    .regex(/^[\x20-\x7e]{1,30}$/, "expected at most 30 characters without diacritics")
    .optional(),
  kind: z.enum(["commune", "department", "utility", "police", "centre", "province"]),
  parent: z.string().optional(),
  /** For communes: the areas they answer for. */
  areas: z.array(z.string()).optional(),
  calendar: z.string().optional(),
  validFrom: dateSchema,
  validTo: dateSchema.optional(),
});
export type Agency = z.infer<typeof agencySchema>;

/** One of the 102 communes and wards. `formerly`: units of before July 2025 that lie in it, as citizens still name them. */
export const areaSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  kind: z.enum(["phuong", "xa"]),
  formerly: z.array(
    z.strictObject({ name: z.string(), district: z.string().optional(), province: z.string(), until: dateSchema }),
  ),
  lat: z.number().optional(),
  lon: z.number().optional(),
  validFrom: dateSchema,
  validTo: dateSchema.optional(),
});
export type Area = z.infer<typeof areaSchema>;

export const categorySchema = z.strictObject({
  code: z.string().regex(/^[a-z_]+$/),
  name: z.strictObject({ vi: z.string(), en: z.string() }),
  /** Words and phrases, without diacritics, that speak for it; the first, simple triage. */
  keywords: z.array(z.string()),
  /** Not a 1022 matter (complaints and denunciations under their own laws): told where to go instead. */
  redirect: z.string().optional(),
});
export type Category = z.infer<typeof categorySchema>;

/** Who handles a category: a named agency, or the commune of the area. First rule that fits wins. */
export const routeSchema = z.strictObject({
  category: z.string(),
  urgency: z.array(z.enum(["emergency", "high", "normal", "low"])).optional(),
  areas: z.array(z.string()).optional(),
  to: z.union([z.strictObject({ agency: z.string() }), z.strictObject({ communeOfArea: z.literal(true) })], {
    error: 'expected {"agency": "<id>"} or {"communeOfArea": true}',
  }),
  supporting: z.array(z.string()).optional(),
  validFrom: dateSchema,
  validTo: dateSchema.optional(),
});
export type Route = z.infer<typeof routeSchema>;

/** A person who is told of things. Roles are the ladder's; one person may hold several. */
export const staffSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  roles: z.array(
    z.enum(["officer", "unit-head", "department-head", "supervisor", "duty-supervisor", "vice-chair-office"]),
  ),
  agency: z.string(),
  phone: phoneNumberSchema.optional(),
  email: z.email().optional(),
  zaloUserId: z.string().optional(),
  webhook: z.strictObject({ url: z.url(), secretName: z.string() }).optional(),
  /** While away, `delegate` is told instead. */
  away: z.array(z.strictObject({ from: dateSchema, to: dateSchema, delegate: z.string().optional() })).optional(),
});
export type Staff = z.infer<typeof staffSchema>;

export const provinceFileSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  codePrefix: z.string().regex(/^[A-Z]{2}$/),
  /** The call centre's own agency: what is unclear goes to its desk. */
  callCentre: z.string(),
  /** Where a citizen looks up a ticket; stands in text messages, so it is short. */
  trackingUrl: z.url(),
  /** Where staff work; stands in alerts. */
  deskUrl: z.url(),
  smsKeywords: z.array(z.string()),
});
export type ProvinceFile = z.infer<typeof provinceFileSchema>;
