import { msUntilMorning } from "#channels/zalo/ms-until-morning";
import { NO_CONSENT, type ZaloAnswer } from "#channels/zalo/zalo-api";
import type { SendOutcome } from "#contracts/outbound-message";

/** What a code means for us; the words are ours, because Zalo's may repeat what we sent. */
export interface ZaloCodes {
  /** Passing: again after so many milliseconds. */
  readonly retry: ReadonlyMap<number, number>;
  /** Not at night. */
  readonly night: ReadonlySet<number>;
  /** What we sent is wrong, and would be wrong for everybody. */
  readonly refused: ReadonlySet<number>;
}

/** A token that stays refused after refreshing is a fault of the account, seen to by people. */
const TOKEN_STAYS_REFUSED_MS = 5 * 60_000;

function outcomeOfCode(code: number, { retry, night, refused }: ZaloCodes, now: Date): SendOutcome {
  const reason = code === NO_CONSENT ? "zalo access must be granted again" : `zalo ${code}`;
  const afterMs = night.has(code) ? msUntilMorning(now) : retry.get(code);
  if (afterMs !== undefined) return { kind: "retry", reason, afterMs };
  return { kind: refused.has(code) ? "refused" : "unreachable", reason };
}

/**
 * The outcome of a call that did not end well.
 *
 * A code that is in no list, Zalo's new ones included, is `unreachable`: the citizen is then told on another channel,
 * which is right whether the cause is the person, our account or our quota.
 */
export function zaloOutcome(answer: Exclude<ZaloAnswer, { kind: "done" }>, codes: ZaloCodes, now: Date): SendOutcome {
  if (answer.kind === "unknown") return { kind: "unknown", reason: answer.reason };
  if (answer.kind === "later") return { kind: "retry", reason: answer.reason };
  return outcomeOfCode(answer.code, codes, now);
}

/** Codes of messages by user id (OA API). -32: the app's limit of calls in a minute. */
export const oaCodes: ZaloCodes = {
  retry: new Map([
    [-32, 60_000],
    [-200, 5000],
    [-216, TOKEN_STAYS_REFUSED_MS],
    [-220, TOKEN_STAYS_REFUSED_MS],
  ]),
  night: new Set([-234]),
  refused: new Set([-201, -210, -233, -240, -242, -248, -249]),
};

/** Codes of templates by phone number (ZNS). */
export const znsCodes: ZaloCodes = {
  retry: new Map([
    [-100, 5000],
    [-124, TOKEN_STAYS_REFUSED_MS],
  ]),
  night: new Set([-133]),
  refused: new Set(),
};
