import { createHash } from "node:crypto";

/** What SQS takes as a group or deduplication id. */
const acceptable = /^[\x21-\x7e]{1,128}$/;

/** An id as SQS takes it: itself, or its hash where it is too long or has other characters. */
export function queueId(id: string): string {
  return acceptable.test(id) ? id : createHash("sha256").update(id).digest("hex");
}
