import * as z from "zod";
import { toE164 } from "#channels/phone-number";
import { cleanText } from "#channels/vietnamese-text";

/** Two pages of text. Longer matters come as an attachment; a limit keeps one citizen from filling the table. */
export const LONGEST_TEXT = 5000;
/** What one matter needs to be shown from all sides. */
const MOST_ATTACHMENTS = 10;

const text = z
  .string()
  .overwrite(cleanText)
  .min(1, "expected the matter in words")
  .max(LONGEST_TEXT, `expected at most ${LONGEST_TEXT} characters`);

const phone = z
  .string()
  .overwrite((written) => toE164(written) ?? "")
  .regex(
    /^\+/,
    "expected a Vietnamese phone number such as 0900000022, or one with its country code such as +84900000022",
  );

const identifier = z.string().regex(/^[\w-]{1,100}$/, "expected an id of letters, digits, _ and -");

/**
 * What the citizen agrees to, each purpose by its name; what is not there is not agreed to.
 *
 * Consent is never a default and its record is kept (Law 91/2025/QH15 on personal data, in force from 2026).
 */
const consent = z
  .record(z.string().regex(/^[A-Za-z][\w-]{0,39}$/, "expected a purpose such as contact"), z.boolean())
  .refine((purposes) => Object.keys(purposes).length <= 20, "expected at most 20 purposes");

/** The body of `POST /api/v1/tickets`. A name that is not in it is refused, so that a typing error is not silence. */
export const webFormRequestSchema = z.strictObject({
  text,
  name: z.string().overwrite(cleanText).min(1).max(120, "expected at most 120 characters").optional(),
  phone,
  email: z.email("expected an e-mail address").max(254).optional(),
  category: identifier.optional(),
  area: identifier.optional(),
  location: z
    .strictObject({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      address: z.string().overwrite(cleanText).min(1).max(300).optional(),
    })
    .optional(),
  attachments: z.array(identifier).max(MOST_ATTACHMENTS, `expected at most ${MOST_ATTACHMENTS} uploads`).optional(),
  publish: z.boolean(),
  anonymous: z.boolean(),
  consent,
});
export type WebFormRequest = z.infer<typeof webFormRequestSchema>;

/** The body of `POST /api/v1/tickets/{code}/messages`. */
export const webMessageRequestSchema = z.strictObject({
  text,
  attachments: z.array(identifier).max(MOST_ATTACHMENTS, `expected at most ${MOST_ATTACHMENTS} uploads`).optional(),
});
export type WebMessageRequest = z.infer<typeof webMessageRequestSchema>;
