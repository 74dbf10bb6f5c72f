import { expect, it } from "vitest";
import { callSamples, transcriptOf } from "./call-samples.ts";
import { triage } from "./triage-under-test.ts";

const readCall = (sample: Parameters<typeof transcriptOf>[0]) => {
  const transcript = transcriptOf(sample);
  const text = transcript.turns
    .filter(({ speaker }) => speaker === "citizen")
    .map((turn) => turn.text)
    .join(" ");
  return triage(text, { channel: "phone", transcript });
};

it.each(callSamples)("the title of a call is the caller's matter: $special", (sample) => {
  expect(readCall(sample).title).toBe(sample.title);
});

it.each(callSamples)("a call has one to three lines, without the agent's questions: $special", (sample) => {
  const { summary } = readCall(sample);
  expect(summary.length).toBeGreaterThan(0);
  expect(summary.length).toBeLessThanOrEqual(3);
  expect(summary.join(" ")).not.toMatch(/tổng đài.*xin nghe|cho (?:em|con) xin|đúng không ạ/);
});

it.each(callSamples)("no line of a call names the caller or the number: $special", (sample) => {
  const { title, summary } = readCall(sample);
  expect(`${title} ${summary.join(" ")}`).not.toMatch(/văn thử|thị mẫu|thí dụ|ví dụ|không chín không/i);
});

it("the answer to 'where' is the second line and the wish the third", () => {
  const said = [
    "A: dạ 1022 xin nghe",
    "C: nắp cống bể mấy bữa nay nguy hiểm lắm em",
    "A: dạ ở đoạn nào anh",
    "C: dạ ngay trước cổng trường mẫu giáo xã vĩnh kim nha em",
    "A: dạ mình cần hỗ trợ gì ạ",
    "C: nhờ xã cho người xuống đậy lại giùm",
  ] as const;
  expect(readCall({ said }).summary).toEqual([
    "Nắp cống bể mấy bữa nay nguy hiểm lắm",
    "Nơi xảy ra: trước cổng trường mẫu giáo xã vĩnh kim",
    "Mong muốn: nhờ xã cho người xuống đậy lại giùm",
  ]);
});
