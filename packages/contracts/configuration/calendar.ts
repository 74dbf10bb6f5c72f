import * as z from "zod";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "expected a time of day such as 07:00");
export const shiftSchema = z.tuple([timeOfDay, timeOfDay]).refine(([opens, closes]) => opens < closes, {
  message: "a shift must open before it closes",
});
const dateSchema = z.iso.date();

/** A day that the weekly shifts get wrong, with the notice that says so. */
export const calendarExceptionSchema = z.strictObject({
  date: dateSchema,
  kind: z.enum(["off", "work"]),
  /** For "work": the weekday whose shifts apply (a worked Saturday usually follows the swapped weekday). */
  shiftsOf: z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]).optional(),
  /** The other day of a swap: for a day off the Saturday worked instead, and the other way round. */
  swappedWith: dateSchema.optional(),
  /** What people read in an explanation, Vietnamese. */
  name: z.string(),
  source: z.string(),
  publishedAt: dateSchema,
});
export type CalendarException = z.infer<typeof calendarExceptionSchema>;

/** Office hours of one kind of agency, Asia/Ho_Chi_Minh (UTC+7, no daylight saving time). */
export const calendarSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  source: z.string(),
  weekly: z.strictObject({
    monday: z.array(shiftSchema),
    tuesday: z.array(shiftSchema),
    wednesday: z.array(shiftSchema),
    thursday: z.array(shiftSchema),
    friday: z.array(shiftSchema),
    saturday: z.array(shiftSchema),
    sunday: z.array(shiftSchema),
  }),
  /** Named list of `exceptions` in the same file, or none for an office that never closes. */
  exceptions: z.string().optional(),
});
export type CalendarConfiguration = z.infer<typeof calendarSchema>;

export const calendarsFileSchema = z.strictObject({
  calendars: z.array(calendarSchema).min(1),
  /** The calendar of an agency that names none. */
  defaultCalendar: z.string(),
  exceptions: z.record(
    z.string(),
    z.strictObject({
      /** The last day for which a notice is published; beyond it answers are marked incomplete. */
      knownUntil: dateSchema,
      /** The first day for which notices are listed; answers that begin before it are marked incomplete too. */
      knownFrom: dateSchema.optional(),
      /** Holidays on fixed dates (MM-DD) that apply to years without a notice, `from` the day they came into force. */
      fixedHolidays: z.array(
        z.strictObject({
          monthDay: z.string().regex(/^\d\d-\d\d$/),
          from: dateSchema.optional(),
          name: z.string(),
          source: z.string(),
        }),
      ),
      days: z.array(calendarExceptionSchema),
    }),
  ),
});
export type CalendarsFile = z.infer<typeof calendarsFileSchema>;
