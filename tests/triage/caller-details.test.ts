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

const heard = (...said: readonly string[]) =>
  callerDetails({
    language: "vi",
    turns: said.map((line) => turn(line.startsWith("A") ? "agent" : "citizen", line.slice(3))),
  });

it.each([
  ["a bare answer", ["A: cho em xin tên anh", "C: dạ trần văn mẫu ạ"], "trần văn mẫu"],
  [
    "name and number in one breath",
    ["A: xin họ tên", "C: lê thị thí dụ không chín không không không không không không hai hai"],
    "lê thị thí dụ",
  ],
  ["said unasked", ["C: tui tên phạm văn ví dụ ở ấp ba"], "phạm văn ví dụ"],
  ["a given name", ["A: chị tên gì ạ", "C: chị tên hoa nha"], "hoa"],
  ["who will not tell", ["A: cho em xin tên chị", "C: thôi cho chị giấu tên nha"], undefined],
  ["what somebody is", ["C: tui là chủ quán ở đây"], undefined],
  ["a street's name", ["C: đường này tên nguyễn gì đó hư hết rồi", "A: dạ"], undefined],
] as const)("the caller's name: %s", (_, said, name) => {
  expect(heard(...said).name).toBe(name);
});

it("a number is put together from the pieces between an agent's dạ", () => {
  const said = [
    "A: cho em số điện thoại",
    "C: không chín không",
    "A: dạ",
    "C: không không không",
    "A: dạ rồi",
    "C: không không ba ba",
  ];
  expect(heard(...said).phone).toBe("0900000033");
});

it("an agent's own number is not the caller's", () => {
  expect(
    heard("C: ổ gà", "A: chú gọi lại số không chín không không không không không không một một nha").phone,
  ).toBeUndefined();
});

it.each([
  ["dạ ngay ngã ba trước ủy ban xã nó đè lên dây điện", "ngã ba trước ủy ban xã"],
  ["ấp tân thuận xã bình ninh nha em", "ấp tân thuận xã bình ninh"],
  ["chị cũng không biết nữa", undefined],
])("the answer to 'where is it': %s", (answer, address) => {
  expect(heard("A: dạ ở đâu ạ", `C: ${answer}`).address).toBe(address);
});
