import { expect, it } from "vitest";
import { itemBytes } from "./units/item-bytes.ts";
import { readUnits } from "./units/read-units.ts";
import { writeUnits } from "./units/write-units.ts";

const head = (rest: object = {}) => ({ pk: { S: "T#1" }, sk: { S: "A" }, ...rest });
const timer = (at: string) => ({ gsi2pk: { S: "DUE#1" }, gsi2sk: { S: at } });
const filled = (bytes: number) => ({ text: { S: "x".repeat(bytes) } });

it.each`
  what                         | item                                        | bytes
  ${"a name and a text"}       | ${{ name: { S: "Ổ gà" } }}                  | ${4 + 7}
  ${"a number of five digits"} | ${{ n: { N: "12345" } }}                    | ${1 + 4}
  ${"a number with its sign"}  | ${{ n: { N: "-1.5" } }}                     | ${1 + 3}
  ${"a number's empty digits"} | ${{ n: { N: "1000" } }}                     | ${1 + 2}
  ${"yes, no and nothing"}     | ${{ a: { BOOL: true }, b: { NULL: true } }} | ${2 + 2}
  ${"a list and its entries"}  | ${{ l: { L: [{ S: "ab" }, { S: "c" }] } }}  | ${1 + 3 + 2 + 3}
  ${"a map and its entries"}   | ${{ m: { M: { k: { S: "ab" } } } }}         | ${1 + 3 + 1 + 3}
  ${"a set of texts"}          | ${{ s: { SS: ["ab", "c"] } }}               | ${1 + 3}
`("counts $what as the developer guide does", ({ item, bytes }) => {
  expect(itemBytes(item)).toBe(bytes);
});

it.each`
  what                              | before                | after                                     | units
  ${"a small new item"}             | ${undefined}          | ${head()}                                 | ${1}
  ${"an item of over a kilobyte"}   | ${undefined}          | ${head(filled(1024))}                     | ${2}
  ${"the larger of two sizes"}      | ${head(filled(3000))} | ${head()}                                 | ${3}
  ${"what a refused write met"}     | ${head(filled(1500))} | ${head(filled(1500))}                     | ${2}
  ${"an index in which it appears"} | ${head()}             | ${head(timer("1"))}                       | ${2}
  ${"an index that it leaves"}      | ${head(timer("1"))}   | ${head()}                                 | ${2}
  ${"an index in which it moves"}   | ${head(timer("1"))}   | ${head(timer("2"))}                       | ${3}
  ${"no index whose keys stay"}     | ${head(timer("1"))}   | ${head({ ...timer("1"), n: { N: "1" } })} | ${1}
`("charges $what, and twice that in a transaction", ({ before, after, units }) => {
  expect(writeUnits({ before, after, transactional: false })).toBe(units);
  expect(writeUnits({ before, after, transactional: true })).toBe(2 * units);
});

it("charges the example of five transactional puts, one of them indexed, with 12 units and not with the emulator's 6", () => {
  const plain = writeUnits({ before: undefined, after: head(filled(600)), transactional: true });
  const indexed = writeUnits({
    before: undefined,
    after: head({ ...filled(600), ...timer("1") }),
    transactional: true,
  });
  expect(4 * plain + indexed).toBe(12);
});

it.each`
  bytes   | consistent | units
  ${0}    | ${true}    | ${1}
  ${0}    | ${false}   | ${0.5}
  ${4096} | ${true}    | ${1}
  ${4097} | ${true}    | ${2}
  ${9000} | ${false}   | ${1.5}
`("charges a read of $bytes bytes with $units", ({ bytes, consistent, units }) => {
  expect(readUnits(bytes, consistent)).toBe(units);
});
