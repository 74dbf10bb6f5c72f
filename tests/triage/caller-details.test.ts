import { expect, it } from "vitest";
import { callerDetails } from "#triage/summary/caller-details";

const turn = (speaker: "agent" | "citizen", text: string) => ({ speaker, text });

it("name and phone are read from the turns that answer the agent's questions", () => {
  const turns = [
    turn("agent", "dạ tổng đài 1022 xin nghe"),
    turn("citizen", "nước nhà tui bị cúp hẻm bốn mươi hai đường Lý Thường Kiệt"),
    turn("agent", "dạ cho em xin tên chú ạ"),
    turn("citizen", "nguyễn văn thử"),
    turn("agent", "cho em số điện thoại luôn chú"),
    turn("citizen", "không chín không không không không không không hai hai"),
  ];
  expect(callerDetails({ language: "vi", turns })).toEqual({
    name: "nguyễn văn thử",
    phone: "0900000022",
    address: "hẻm 42, đường Lý Thường Kiệt",
  });
});

it("a caller who gives nothing leaves nothing to guess", () => {
  expect(callerDetails({ language: "vi", turns: [turn("citizen", "đèn đường tắt hết rồi")] })).toEqual({});
});
