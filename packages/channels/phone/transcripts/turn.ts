import type * as z from "zod";
import type { turnSchema } from "#contracts/inbound-message";

export type Turn = z.infer<typeof turnSchema>;
