import { expect, it } from "vitest";
import { messageReadingSchema } from "#contracts/message-reading";
import { messageReadingOf } from "#triage/message-reading";
import { read } from "./triage-under-test.ts";

type Kept = Parameters<typeof messageReadingOf>[1];

/** A reading that found nothing; the test says what it found after all. */
const reading = (found: Partial<Kept>): Kept => ({ matters: [], personalData: [], summary: [], ...found });

it("what was not found takes no room", () => {
  expect(messageReadingOf("Ổ gà", reading({}))).toEqual({});
});

it("what triage makes of a message is what is kept with it", () => {
  const text = "Tôi phản ánh hai việc: (1) đèn đường hẻm 21 tắt; (2) cống thoát nước đầu hẻm bị tắc, gọi 0900000022";
  const kept = messageReadingOf(text, read(text));
  expect(messageReadingSchema.parse(kept)).toEqual(kept);
});

it("each matter stands where it is in the text, also when its words come twice", () => {
  const text = "(1) cống nghẹt hẻm 5; (2) cống nghẹt hẻm 5";
  const matters = [1, 2].map(() => ({ text: "cống nghẹt hẻm 5", category: "thoat_nuoc", confidence: 0.98765 }));
  const kept = messageReadingOf(text, reading({ matters })).matters ?? [];
  expect(kept.map(({ start, end }) => [start, text.slice(start, end)])).toEqual([
    [4, "cống nghẹt hẻm 5"],
    [26, "cống nghẹt hẻm 5"],
  ]);
  expect(kept[0]?.confidence).toBe(0.988);
});

it("insults are kept as positions and the text as it was", () => {
  const text = "đồ ngu, cái cầu gãy";
  const kept = messageReadingOf(text, reading({ withoutAbuse: "** ***, cái cầu gãy" }));
  expect(kept.abuse?.map(({ start, end }) => text.slice(start, end))).toEqual(["đồ", "ngu"]);
});

it("the summary names no house, though the place is told as the citizen wrote it", () => {
  const summary = ["Cống nghẹt", "Nơi xảy ra: nhà số 15/3, đường Lý Thường Kiệt"];
  expect(messageReadingOf("x", reading({ summary })).summary?.[1]).not.toContain("15/3");
});
