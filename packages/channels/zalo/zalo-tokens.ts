import { refreshZaloTokens, type ZaloGrant, type ZaloOauthSettings } from "#channels/zalo/zalo-oauth";
import { ZaloConsentNeededError, ZaloTokenPendingError } from "#channels/zalo/zalo-token-errors";
import type { ZaloTokenPair, ZaloTokenStore } from "#channels/zalo/zalo-token-store";

export interface ZaloTokenSettings extends ZaloOauthSettings {
  readonly store: ZaloTokenStore;
  readonly now: () => Date;
  /** From the administrator's consent: begins the chain of tokens, and mends it when it broke. */
  readonly initialRefreshToken?: string;
  /** Hears that refreshing fails while the old token still works: hours in which somebody can act. */
  readonly warn?: (reason: string) => void;
}

export interface ZaloTokens {
  /** An access token that works, refreshed early. */
  current(): Promise<string>;
  /** Another one than `stale`, which Zalo has refused. */
  renew(stale: string): Promise<string>;
}

/** Refreshed after 20 of its 25 hours: five hours are left to notice that refreshing fails. */
const REFRESH_AFTER_PART_OF_LIFE = 0.8;
/** Longer than a refresh can take, its time-out included: two at once would break the chain. */
const LOCK_MS = 30_000;
/** A refused refresh token does not get better by asking again at once. */
const AFTER_REFUSAL_MS = 10 * 60_000;
const MOST_WRITES = 3;

const NOTHING_YET = { accessToken: "", obtainedAt: "1970-01-01T00:00:00.000Z", expiresAt: "1970-01-01T00:00:00.000Z" };

const isDue = ({ obtainedAt, expiresAt }: ZaloTokenPair, now: number) => {
  const from = Date.parse(obtainedAt);
  return now >= from + (Date.parse(expiresAt) - from) * REFRESH_AFTER_PART_OF_LIFE;
};

/**
 * The account's access token for all senders, wherever they run.
 *
 * One refreshes at a time, under a lock in the store. The new pair is written before it is used: a token that is used
 * and lost would leave everybody with a refresh token that Zalo has forgotten.
 */
export function zaloTokens(settings: ZaloTokenSettings): ZaloTokens {
  const { now } = settings;
  return {
    async current() {
      const pair = await storedPair(settings);
      if (!isDue(pair, now().getTime())) return pair.accessToken;
      const isUsable = now().getTime() < Date.parse(pair.expiresAt);
      return refresh(pair, settings, isUsable ? pair.accessToken : undefined);
    },
    async renew(stale) {
      const pair = await storedPair(settings);
      const isRenewed = pair.accessToken !== stale && pair.accessToken !== "";
      return isRenewed ? pair.accessToken : refresh(pair, settings, undefined);
    },
  };
}

async function storedPair({ store, initialRefreshToken }: ZaloTokenSettings): Promise<ZaloTokenPair> {
  const stored = await store.read();
  if (stored !== undefined) return stored;
  if (initialRefreshToken === undefined) throw new ZaloConsentNeededError("none is stored");
  const first = { ...NOTHING_YET, refreshToken: initialRefreshToken, version: 1 };
  await store.write(first, undefined);
  return (await store.read()) ?? first;
}

/** A new access token, or `usable`, the old one, where a new one cannot be had yet. */
async function refresh(pair: ZaloTokenPair, settings: ZaloTokenSettings, usable: string | undefined): Promise<string> {
  const { store, now } = settings;
  const at = now().getTime();
  const isLocked = pair.refreshingUntil !== undefined && at < Date.parse(pair.refreshingUntil);
  const locked = { ...pair, version: pair.version + 1, refreshingUntil: new Date(at + LOCK_MS).toISOString() };
  if (isLocked || !(await store.write(locked, pair.version))) {
    if (usable !== undefined) return usable;
    if (pair.refusal !== undefined) throw new ZaloConsentNeededError(pair.refusal);
    throw new ZaloTokenPendingError("Another sender is fetching a new Zalo token");
  }
  const { grant, refreshToken } = await grantFor(pair, settings);
  if (grant.kind !== "granted") return withoutGrant(locked, grant, settings, usable);
  const obtained = { obtainedAt: new Date(at).toISOString(), expiresAt: new Date(at + grant.lifeMs).toISOString() };
  const { accessToken } = grant;
  await keep(
    { accessToken, refreshToken: grant.refreshToken, ...obtained, previousRefreshToken: refreshToken },
    locked.version,
    store,
  );
  return accessToken;
}

/** Tries the stored refresh token, then, where Zalo refuses that one, the one of a renewed consent. */
async function grantFor(pair: ZaloTokenPair, settings: ZaloTokenSettings) {
  const grant = await refreshZaloTokens(pair.refreshToken, settings);
  const renewed = settings.initialRefreshToken;
  if (grant.kind !== "refused" || renewed === undefined || renewed === pair.refreshToken) {
    return { grant, refreshToken: pair.refreshToken };
  }
  return { grant: await refreshZaloTokens(renewed, settings), refreshToken: renewed };
}

async function withoutGrant(
  locked: ZaloTokenPair,
  grant: Exclude<ZaloGrant, { kind: "granted" }>,
  { store, now, warn }: ZaloTokenSettings,
  usable: string | undefined,
): Promise<string> {
  warn?.(`Zalo's token could not be refreshed: ${grant.reason}`);
  if (grant.kind === "refused") {
    const refreshingUntil = new Date(now().getTime() + AFTER_REFUSAL_MS).toISOString();
    const refused = { ...locked, version: locked.version + 1, refreshingUntil, refusal: grant.reason };
    await store.write(refused, locked.version);
  }
  if (usable !== undefined) return usable;
  if (grant.kind === "refused") throw new ZaloConsentNeededError(grant.reason);
  throw new ZaloTokenPendingError(`Zalo's token could not be refreshed: ${grant.reason}`);
}

/** Zalo has already forgotten the old pair, so the new one must reach the store, whoever wrote there meanwhile. */
async function keep(pair: Omit<ZaloTokenPair, "version">, over: number, store: ZaloTokenStore): Promise<void> {
  let replaces: number | undefined = over;
  for (let attempt = 1; attempt <= MOST_WRITES; attempt += 1) {
    if (await store.write({ ...pair, version: (replaces ?? 0) + 1 }, replaces)) return;
    replaces = (await store.read())?.version;
  }
  throw new ZaloConsentNeededError("the new token could not be stored");
}
