import { describe, expect, it } from "vitest";
import { dynamoZaloTokenStore } from "#channels/zalo/dynamo-zalo-token-store";
import type { ZaloTokenPair, ZaloTokenStore } from "#channels/zalo/zalo-token-store";
import { dynamoEngines, freshTable } from "../fixtures/dynamo.ts";
import { memoryZaloTokenStore } from "./memory-zalo-token-store.ts";

const pair = (version: number, change: Partial<ZaloTokenPair> = {}): ZaloTokenPair => ({
  accessToken: `AT-${version}`,
  refreshToken: `RT-${version}`,
  obtainedAt: "2026-08-14T01:00:00.000Z",
  expiresAt: "2026-08-15T02:00:00.000Z",
  version,
  ...change,
});

const stores: [string, () => Promise<ZaloTokenStore>][] = [
  ["memory", async () => memoryZaloTokenStore()],
  ...dynamoEngines().map((engine): [string, () => Promise<ZaloTokenStore>] => [
    engine,
    async () => {
      const { client, table } = await freshTable(engine);
      return dynamoZaloTokenStore(client, table, "1022200000000000002");
    },
  ]),
];

describe.each(stores)("the Zalo token store on %s", (_engine, newStore) => {
  it("has nothing before the first write and then what was written", async () => {
    const store = await newStore();
    expect(await store.read()).toBeUndefined();
    const first = pair(1, { refreshingUntil: "2026-08-14T01:00:30.000Z", previousRefreshToken: "RT-0" });
    expect(await store.write(first, undefined)).toBe(true);
    expect(await store.read()).toEqual(first);
  });

  it("takes one first pair only", async () => {
    const store = await newStore();
    const taken = await Promise.all([1, 2, 3].map((n) => store.write(pair(1, { accessToken: `AT-${n}` }), undefined)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it("lets one of several writers replace a version, and none an older one", async () => {
    const store = await newStore();
    await store.write(pair(1), undefined);
    const taken = await Promise.all([1, 2, 3].map((n) => store.write(pair(2, { accessToken: `AT-${n}` }), 1)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await store.write(pair(2), 1)).toBe(false);
    expect(await store.write(pair(9), undefined)).toBe(false);
    expect((await store.read())?.version).toBe(2);
  });
});

it.each(dynamoEngines())("two accounts in one table on %s keep their tokens apart", async (engine) => {
  const { client, table } = await freshTable(engine);
  const [one, other] = ["oa-1", "oa-2"].map((oaId) => dynamoZaloTokenStore(client, table, oaId));
  await one?.write(pair(1), undefined);
  expect(await other?.read()).toBeUndefined();
});
