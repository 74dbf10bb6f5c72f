import fc from "fast-check";
import { expect, it } from "vitest";
import { readTicketCode, ticketCode, ticketCodeSchema } from "#tickets/ticket-code";

const code = (number: number) => ticketCode("DT", 2026, number);
const codes = Array.from({ length: 400 }, (_, number) => code(number)).filter((one) => one !== undefined);

it("has the form of the contract", () => {
  expect(codes.every((one) => ticketCodeSchema.safeParse(one).success)).toBe(true);
});

it.each`
  how                 | change
  ${"without dashes"} | ${(one: string) => one.replaceAll("-", "")}
  ${"in lower case"}  | ${(one: string) => one.toLowerCase()}
  ${"with O for 0"}   | ${(one: string) => one.replaceAll("0", "O")}
  ${"with I for 1"}   | ${(one: string) => one.replaceAll("1", "I")}
  ${"with blanks"}    | ${(one: string) => ` ${one.replaceAll("-", " ")} `}
`("reads a code back $how", ({ change }) => {
  for (const one of codes) expect(readTicketCode(change(one))).toBe(one);
});

it("finds every single wrong digit", () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.nat(9), fc.integer({ min: 3, max: 13 }), (one, digit, position) => {
      const wrong = one.slice(0, position) + String(digit) + one.slice(position + 1);
      fc.pre(/\d/.test(one[position] ?? "") && wrong !== one);
      expect(readTicketCode(wrong)).toBeUndefined();
    }),
  );
});

it("finds two neighbouring digits that were swapped", () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.integer({ min: 8, max: 12 }), (one, at) => {
      const swapped = one.slice(0, at) + (one[at + 1] ?? "") + (one[at] ?? "") + one.slice(at + 2);
      fc.pre(swapped !== one);
      expect(readTicketCode(swapped)).toBeUndefined();
    }),
  );
});

it.each(["", "DT", "xin chào", "DT-2026-000123", "9".repeat(100_000)])("is not found in %.20s", (text) => {
  expect(readTicketCode(text)).toBeUndefined();
});
