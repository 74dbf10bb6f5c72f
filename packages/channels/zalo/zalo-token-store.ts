import * as z from "zod";
import { instantSchema } from "#contracts/words";

/** The two tokens of our account. The refresh token works once: whoever loses its successor must ask Zalo's console anew. */
export const zaloTokenPairSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  obtainedAt: instantSchema,
  expiresAt: instantSchema,
  /** One more with each write. */
  version: z.number().int().positive(),
  /** Somebody is fetching a new pair; until then nobody else may try. */
  refreshingUntil: instantSchema.optional(),
  /** Why Zalo refused the refresh token; until `refreshingUntil` nobody asks again. */
  refusal: z.string().optional(),
  /** Kept to see, when something went wrong, where the chain broke. */
  previousRefreshToken: z.string().optional(),
});
export type ZaloTokenPair = z.infer<typeof zaloTokenPairSchema>;

/** Keeps the one pair that all senders share. */
export interface ZaloTokenStore {
  read(): Promise<ZaloTokenPair | undefined>;
  /** Writes only over the version named, or where there is none; false when somebody else was quicker. */
  write(pair: ZaloTokenPair, replaces: number | undefined): Promise<boolean>;
}
