import * as z from "zod";

const protobufSchema = z.object({ seconds: z.coerce.number().default(0), nanos: z.number().default(0) });

const positive = (milliseconds: number) =>
  Number.isFinite(milliseconds) && milliseconds >= 0 ? Math.round(milliseconds) : undefined;

/** An offset in milliseconds; undefined when it is none. */
export const millisecondsSchema = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === "number" ? positive(value) : undefined));

function secondsOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return /^\d+(\.\d+)?s?$/.test(value) ? Number.parseFloat(value) : Number.NaN;
  const { success, data } = protobufSchema.safeParse(value);
  return success ? data.seconds + data.nanos / 1e9 : Number.NaN;
}

/** An offset in seconds in the ways of recognisers (3.9, "3.90", "3.900s", {seconds, nanos}), in milliseconds. */
export const secondsSchema = z
  .unknown()
  .optional()
  .transform((value) => positive(secondsOf(value) * 1000));

/** A probability between 0 and 1, as a number or as text; undefined when it is none, or 0, which means "not measured". */
export const confidenceSchema = z
  .unknown()
  .optional()
  .transform((value) => {
    const confidence = typeof value === "string" && value !== "" ? Number(value) : value;
    return typeof confidence === "number" && confidence > 0 && confidence <= 1 ? confidence : undefined;
  });
