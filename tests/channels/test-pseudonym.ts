import { createHmac } from "node:crypto";
import type { Pseudonym } from "#contracts/channel-adapter";

/** The keyed hash that samples' expected files are written with. */
export const testPseudonym: Pseudonym = (value) =>
  createHmac("sha256", "pseudonym-key-of-the-samples").update(value).digest("hex").slice(0, 32);
