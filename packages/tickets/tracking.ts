import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** How a citizen without an account proves that a ticket is theirs. */
export interface Tracking {
  /** The token of a code: derived, so it is the same in every answer and stored nowhere. */
  tokenFor(code: string): string;
  /** What the ticket keeps of a token. */
  hashOf(token: string): string;
  isTokenOf(token: string, hash: string): boolean;
  /** What is kept of a phone number before the ticket is written: its last four digits, bound to the code. */
  phoneTailHash(code: string, phone: string): string;
  isPhoneTail(code: string, tail: string, hash: string): boolean;
}

export function trackingWith(key: string): Tracking {
  const mac = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
  const same = (a: string, b: string) => {
    const [left, right] = [Buffer.from(a), Buffer.from(b)];
    return left.length === right.length && timingSafeEqual(left, right);
  };
  return {
    tokenFor: (code) => mac(`token:${code}`).slice(0, 32),
    hashOf,
    isTokenOf: (token, hash) => same(hashOf(token), hash),
    phoneTailHash: (code, phone) => mac(`tail:${code}:${phone.slice(-4)}`),
    isPhoneTail: (code, tail, hash) => /^\d{4}$/.test(tail) && same(mac(`tail:${code}:${tail}`), hash),
  };
}
