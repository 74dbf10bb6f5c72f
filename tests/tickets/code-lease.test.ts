import { expect, it } from "vitest";
import { leasedCodes } from "#tickets/code-lease";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

const at = new Date("2026-09-14T01:15:30Z");

it("gives two functions that lease at the same time no code twice", async () => {
  const { tickets } = await ticketDesk();
  const [one, two] = [leasedCodes("DT", tickets.leaseCodes), leasedCodes("DT", tickets.leaseCodes)];
  const codes = await Promise.all(Array.from({ length: 120 }, (_, index) => (index % 2 === 0 ? one(at) : two(at))));
  expect(new Set(codes).size).toBe(120);
});

it("leases once for many callers that come together", async () => {
  let leases = 0;
  const next = leasedCodes("DT", async (_, size) => ++leases * size);
  await Promise.all(Array.from({ length: 10 }, () => next(at)));
  expect(leases).toBe(1);
});

it("counts in the Vietnamese year, which begins seven hours before the UTC one", async () => {
  const next = leasedCodes("DT", async (_, size) => size);
  expect(await next(new Date("2026-12-31T17:00:00Z"))).toMatch(/^DT-2027-/);
});
