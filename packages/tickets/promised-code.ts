import * as z from "zod";
import { instantSchema } from "#contracts/words";

/** A code told to a citizen before the ticket is written: the form is queued, the answer cannot wait for it. */
export const promisedCodeSchema = z.object({
  code: z.string(),
  at: instantSchema,
  phoneTailHash: z.string(),
});
export type PromisedCode = z.infer<typeof promisedCodeSchema>;

export interface PromisedCodes {
  /** The code promised under this key, or a new one from `make`: one key, one code, however often it is asked. */
  promise(key: string, expiresAt: Date, make: () => Promise<PromisedCode>): Promise<PromisedCode>;
  find(code: string): Promise<PromisedCode | undefined>;
}
