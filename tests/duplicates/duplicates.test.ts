import { expect, it } from "vitest";
import type { FaultReport } from "#duplicates/fault-report";
import { SAME_FAULT_FROM, sameFaults } from "#duplicates/same-fault";
import { sameMessages } from "#duplicates/same-message";
import { fullestWindow, reporters, stormThreshold, usualReporters } from "#duplicates/storm";
import { likeness, packedSketch, unpackedSketch, wordSketch } from "#duplicates/word-sketch";

const at = (local: string) => new Date(`2026-08-20T${local}:00+07:00`);
const earlier = [{ ticketId: "t1", text: "Cúp nước từ hôm qua đến giờ ở ấp 3 xã Vĩnh Kim", at: at("08:00") }];
const said = (text: string, when: Date) => ({ ticketId: "new", text, at: when });

it("the same words sent twice, once without diacritics, are one message", () => {
  const again = said("cup nuoc tu hom qua den gio o ap 3 xa Vinh Kim!", at("08:05"));
  expect(sameMessages(again, earlier).map(({ ticketId }) => ticketId)).toEqual(["t1"]);
});

it("another matter and the same words a week later are news, and no message repeats itself", () => {
  expect(sameMessages(said("đèn đường ấp 3 xã Vĩnh Kim không sáng", at("08:05")), earlier)).toEqual([]);
  const [first] = earlier;
  expect(sameMessages(said(first?.text ?? "", new Date("2026-08-27T08:00:00+07:00")), earlier)).toEqual([]);
  expect(sameMessages({ ...said(first?.text ?? "", at("08:05")), ticketId: "t1" }, earlier)).toEqual([]);
});

const reportOf = (ticketId: string, text: string, local: string, rest: Partial<FaultReport> = {}): FaultReport => ({
  ticketId,
  citizen: `citizen of ${ticketId}`,
  category: "cap_nuoc",
  area: "xa-vinh-kim",
  at: at(local).toISOString(),
  words: packedSketch(wordSketch(text)),
  ...rest,
});
const report = reportOf("new", "cúp nước ấp Gò Me", "09:00");

it("others' reports of the same category, place and hour are proposed, likeliest first", () => {
  const others = [
    reportOf("same", "mất nước ấp Gò Me từ sáng", "08:30"),
    reportOf("older", "không có giọt nước nào", "07:30"),
    reportOf("elsewhere", "hết nước xài", "09:00", { area: "xa-an-huu" }),
    reportOf("light", "cúp nước ấp Gò Me", "09:00", { category: "chieu_sang" }),
    report,
  ];
  const proposals = sameFaults(report, others);
  expect(proposals.map(({ ticketId }) => ticketId)).toEqual(["same", "older"]);
  expect(proposals.every(({ score }) => score >= SAME_FAULT_FROM && score <= 1)).toBe(true);
});

it("what is kept of a text is short, equal however it is typed, and tells no phone number from another", () => {
  const long = Array.from({ length: 5000 }, (_, word) => `chữ${word}`).join(" ");
  expect(packedSketch(wordSketch(long)).length).toBeLessThanOrEqual(512);
  expect(packedSketch(wordSketch("MẤT NƯỚC, ấp 3"))).toBe(packedSketch(wordSketch("mat nuoc ap 3")));
  expect(wordSketch("gọi lại 0900 000 022 giúp")).toEqual(wordSketch("gọi lại 0900.000.033 giúp"));
  expect(unpackedSketch(packedSketch(wordSketch(long)))).toEqual(wordSketch(long));
});

it.each`
  shared  | share
  ${0}    | ${0}
  ${500}  | ${0.333}
  ${1000} | ${1}
`("the likeness of two long texts with $shared of 1000 words in common is estimated well", ({ shared, share }) => {
  const words = (from: number) => Array.from({ length: 1000 }, (_, word) => `w${from + word}`).join(" ");
  const estimated = likeness(wordSketch(words(0)), wordSketch(words(1000 - shared)));
  expect(Math.abs(estimated - share)).toBeLessThan(0.15);
});

it.each`
  usual           | threshold
  ${[]}           | ${4}
  ${[0, 0, 1]}    | ${4}
  ${[4, 4, 4]}    | ${12}
  ${[25, 25, 25]} | ${45}
`("a storm begins at $threshold reporters where $usual are usual", ({ usual, threshold }) => {
  expect(stormThreshold(usualReporters(usual))).toBe(threshold);
});

it("the fullest three hours around a report count, whoever was kept first, and one citizen counts once", () => {
  const own = reportOf("own", "a b", "09:00");
  const around = [
    reportOf("too old", "a b", "05:30"),
    reportOf("before", "a b", "07:00"),
    own,
    reportOf("again", "a b", "09:10", { citizen: own.citizen }),
    reportOf("after", "a b", "09:30"),
    reportOf("too late", "a b", "12:30"),
  ];
  const window = fullestWindow(own, around);
  expect(window.map(({ ticketId }) => ticketId)).toEqual(["before", "own", "again", "after"]);
  expect(reporters(window)).toBe(3);
});
