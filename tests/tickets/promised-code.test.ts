import { expect, it } from "vitest";
import { dynamoPromisedCodes } from "#tickets/dynamo-promised-codes";
import { trackingWith } from "#tickets/tracking";
import { freshTable } from "../fixtures/dynamo.ts";

const at = "2026-09-14T01:15:30.000Z";
const later = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000);

async function promises(now = () => later(0)) {
  const { client, table } = await freshTable();
  let made = 0;
  const make = async () => ({ code: `DT-2026-${String(++made).padStart(6, "0")}-K`, at, phoneTailHash: "hash" });
  return { codes: dynamoPromisedCodes(client, table, now), make };
}

it("gives the same code for the same form, also when it is sent twice at once", async () => {
  const { codes, make } = await promises();
  const promised = await Promise.all(Array.from({ length: 6 }, () => codes.promise("web#form", later(24), make)));
  expect(new Set(promised.map(({ code }) => code)).size).toBe(1);
  expect(await codes.find(promised[0]?.code ?? "")).toEqual(promised[0]);
});

it("takes the same words as a new matter once the key has run out", async () => {
  let now = later(0);
  const { codes, make } = await promises(() => now);
  const first = await codes.promise("web#form", later(24), make);
  now = later(25);
  expect(await codes.promise("web#form", later(48), make)).not.toEqual(first);
});

it("knows a token and the last four digits of a phone number only with their own code", () => {
  const tracking = trackingWith("key");
  const token = tracking.tokenFor("DT-2026-000001-K");
  expect(tracking.isTokenOf(token, tracking.hashOf(token))).toBe(true);
  expect(tracking.isTokenOf(tracking.tokenFor("DT-2026-000002-M"), tracking.hashOf(token))).toBe(false);
  const hash = tracking.phoneTailHash("DT-2026-000001-K", "+84900000022");
  expect(tracking.isPhoneTail("DT-2026-000001-K", "0022", hash)).toBe(true);
  expect(tracking.isPhoneTail("DT-2026-000002-M", "0022", hash)).toBe(false);
  expect(tracking.isPhoneTail("DT-2026-000001-K", "é022", hash)).toBe(false);
});
