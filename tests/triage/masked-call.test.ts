import { expect, it } from "vitest";
import { maskedCall } from "#triage/summary/masked-call";
import { callSamples, transcriptOf } from "./call-samples.ts";

it.each(callSamples)(
  "leaves no name and no number of a caller in what goes to a reader outside: $special",
  (sample) => {
    const masked = maskedCall(transcriptOf(sample));
    expect(masked).not.toMatch(/văn thử|thị mẫu|thị thí dụ|văn ví dụ|không chín|không không/i);
    expect(masked.split("\n")).toHaveLength(sample.said.length);
  },
);

it("hides the name as the agent repeats it, the number in pieces and the house", () => {
  const said = [
    "A: cho em xin tên chú",
    "C: trần văn mẫu",
    "A: dạ chú mẫu cho em số điện thoại",
    "C: không chín không",
    "A: dạ",
    "C: không không không không không ba ba",
    "A: dạ chú Mẫu ở đâu ạ",
    "C: nhà số ba mươi hai đường lý thường kiệt cống nghẹt",
  ] as const;
  expect(maskedCall(transcriptOf({ said }))).toBe(
    [
      "Tổng đài: cho em xin tên chú",
      "Người dân: •••",
      "Tổng đài: dạ chú ••• cho em số điện thoại",
      "Người dân: •••",
      "Tổng đài: dạ",
      "Người dân: •••",
      "Tổng đài: dạ chú ••• ở đâu ạ",
      "Người dân: nhà số ••• đường lý thường kiệt cống nghẹt",
    ].join("\n"),
  );
});

it("keeps what the caller tells after giving a name", () => {
  const said = ["A: cho em xin tên", "C: lê văn thử", "A: dạ", "C: nước cúp hai ngày rồi"] as const;
  expect(maskedCall(transcriptOf({ said }))).toContain("Người dân: nước cúp hai ngày rồi");
});
