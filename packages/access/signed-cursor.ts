import { createHmac, timingSafeEqual } from "node:crypto";

/** Where a list goes on, opaque to the caller and signed: one that was tampered with, or is of another list, is refused. */
export interface Cursors {
  write(list: string, after: string): string;
  /** Undefined: not one of ours, or not of this list. */
  read(list: string, cursor: string): string | undefined;
}

export function signedCursors(key: string): Cursors {
  const mac = (list: string, after: string) =>
    createHmac("sha256", key).update(`${list}\n${after}`).digest().subarray(0, 16);
  return {
    write: (list, after) => Buffer.concat([mac(list, after), Buffer.from(after)]).toString("base64url"),
    read(list, cursor) {
      const bytes = Buffer.from(cursor, "base64url");
      if (bytes.length <= 16) return undefined;
      const after = bytes.subarray(16).toString("utf8");
      return timingSafeEqual(bytes.subarray(0, 16), mac(list, after)) ? after : undefined;
    },
  };
}
