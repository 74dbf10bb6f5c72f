import type { ZaloTokenPair, ZaloTokenStore } from "#channels/zalo/zalo-token-store";

/** Keeps the promise of the store in memory; `pair` shows what is kept. */
export function memoryZaloTokenStore(first?: ZaloTokenPair): ZaloTokenStore & { pair: ZaloTokenPair | undefined } {
  const store = {
    pair: first,
    read: async () => store.pair,
    async write(pair: ZaloTokenPair, replaces: number | undefined) {
      if (store.pair?.version !== replaces) return false;
      store.pair = pair;
      return true;
    },
  };
  return store;
}
