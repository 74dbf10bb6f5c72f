import { expect, it } from "vitest";
import { bill, plus, times, totalOf } from "./cost/bill.ts";
import priceList from "./cost/price-list.json" with { type: "json" };
import ticketUses from "./cost/ticket-uses.json" with { type: "json" };
import { atOnce } from "./report/at-once.ts";
import { atLeastOfFloor, atMost, atMostOfFloor } from "./report/measure.ts";
import { measuresTable } from "./report/measures-table.ts";
import { median } from "./report/median.ts";

it("takes the middle of figures, however they lie", () => {
  expect([median([9, 1, 5]), median([4, 1, 3, 2])]).toEqual([5, 2.5]);
  expect(() => median([])).toThrow(RangeError);
});

it("judges a figure by its goal, and by its floor where the machine decides both", () => {
  expect(atMost({ name: "a", value: 60, unit: "units" }, 60)).toMatchObject({ goal: "<= 60", ok: true });
  expect(atMost({ name: "a", value: 60.01, unit: "units" }, 60).ok).toBe(false);
  expect(atLeastOfFloor({ name: "a", value: 84, floor: 100, unit: "/s" }, 0.85)).toMatchObject({
    ratio: 0.84,
    ok: false,
  });
  expect(atMostOfFloor({ name: "a", value: 12, floor: 10, unit: "ms" }, 1.2)).toMatchObject({ ratio: 1.2, ok: true });
});

it("a ratio taken round by round goes before the ratio of the medians", () => {
  expect(atLeastOfFloor({ name: "a", value: 50, floor: 100, ratio: 0.9, unit: "/s" }, 0.85).ok).toBe(true);
});

it("says in words which goal was missed", () => {
  const table = measuresTable([atMost({ name: "too much", value: 2, unit: "s" }, 1)]);
  expect(table).toMatch(/too much +2 +s +<= 1 +MISSED/);
});

it("works through a whole list, and never on more at a time than allowed", async () => {
  let [now, most] = [0, 0];
  const done: number[] = [];
  await atOnce(3, [1, 2, 3, 4, 5, 6, 7], async (one) => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    done.push(one);
    now--;
  });
  expect([done.toSorted(), most]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3]);
});

const prices = {
  write: { per: 1000, price: 2, date: "2026-09-11", source: "a list" },
  request: { per: 1, price: 1, date: "2026-09-11", source: "a list" },
};

it("bills what is used, the dearest first, and refuses what has no price", () => {
  const lines = bill(times(plus({ write: 500 }, { write: 500, request: 1 }), 3), prices);
  expect(lines).toEqual([
    { name: "write", dollars: 6 },
    { name: "request", dollars: 3 },
  ]);
  expect(totalOf(lines)).toBe(9);
  expect(() => bill({ pigeons: 1 }, prices)).toThrow("no price for pigeons");
});

it("every price has a date and a source, and every use a price and a reason", () => {
  for (const { date, source } of Object.values(priceList.prices))
    expect([date, source]).toEqual([expect.stringMatching(/^2026-/), expect.any(String)]);
  for (const uses of [ticketUses.ticket, ticketUses.month]) {
    for (const [name, { why }] of Object.entries(uses))
      expect([Object.keys(priceList.prices), why]).toEqual([expect.arrayContaining([name]), expect.any(String)]);
  }
});
