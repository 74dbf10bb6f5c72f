import { describe, expect, it } from "vitest";
import { templateIds, templatePlaceholders } from "#contracts/configuration/template";
import { clockNames } from "#notifications/clock-names";
import { emergencyNumbersText } from "#notifications/emergency-numbers";
import { fillTemplate } from "#notifications/fill-template";
import { smsText } from "#notifications/sms-text";
import { templateOf } from "#notifications/telling-context";
import { gsmUnits, smsSegments } from "#platform/sms-segments";
import { context, province } from "./scene.ts";

const byLength = (texts: readonly string[]) => texts.toSorted((a, b) => b.length - a.length)[0] ?? "";
const longestAgency = {
  text: byLength(province.agencies.map(({ name }) => name)),
  sms: byLength(province.agencies.map(({ shortName, name }) => shortName ?? smsText(name))),
};
const longestLabels = province.areas
  .map(({ code }) => context.organisation.areaLabel(code, new Date("2026-09-14")))
  .toSorted((a, b) => b.length - a.length);

const longest: Record<string, string | { text: string; sms: string }> = {
  code: "DT-2026-000123-K",
  agency: longestAgency,
  due: "17:00 16/09/2026",
  newDue: "17:00 16/09/2026",
  url: province.province.trackingUrl,
  candidates: longestLabels.slice(0, 2).join(" hay "),
  clock: byLength(Object.values(clockNames)),
  late: "3 ngày 23 giờ",
  rung: "4",
  place: byLength(province.areas.map(({ name }) => name)),
  total: "10000",
  breached: "9999",
  warned: "9999",
  escalated: "9999",
  worst: "DT-2026-000123-K",
  text: "Đã",
  reason: "Đã",
  nextStep: "gọi",
  to: longestAgency,
  reporters: "999",
  category: byLength(province.categories.map(({ name }) => name.vi)),
  numbers: byLength([[], ["111", "112", "114"] as const].map((numbers) => emergencyNumbersText(numbers))),
};

const freeText = ["text", "reason", "nextStep", "to"];
const plain = templateIds.filter((id) => !templatePlaceholders[id].some((name) => freeText.includes(name)));

describe("a text message of Đồng Tháp", () => {
  it.each(plain)("%s fits one segment with the longest values, and nothing of it is cut", (id) => {
    const { sms } = templateOf(context, id);
    const { smsText: filled } = fillTemplate(templateOf(context, id), longest);
    expect(smsSegments(filled)).toBe(1);
    expect(filled).not.toMatch(/\.\.\.|\{/);
    expect(sms).not.toBe("");
  });

  it.each(templateIds)("%s has no placeholder left in full either", (id) => {
    const { text, subject = "" } = fillTemplate(templateOf(context, id), longest);
    expect(text + subject).not.toMatch(/[{}]/);
  });

  it("carries a person's answer over at most three segments", () => {
    const text = "Tổ kỹ thuật đã xuống kiểm tra tuyến đường. ".repeat(40);
    const { smsText: filled, text: full } = fillTemplate(templateOf(context, "resolution"), {
      code: "DT-2026-000123-K",
      text,
    });
    expect(smsSegments(filled)).toBe(3);
    expect(filled).toMatch(/\.\.\. Neu chua khac phuc, xin nhan lai tin nay trong 72 gio\.$/);
    expect(full).toContain(text.trim());
  });

  it("shortens a long name rather than start a second message, and never the code", () => {
    const agency = { text: "A", sms: "Ban Quan ly du an ".repeat(10) };
    const { smsText: filled } = fillTemplate(templateOf(context, "acknowledgement"), { ...longest, agency });
    expect(smsSegments(filled)).toBe(1);
    expect(filled).toContain("DT-2026-000123-K");
    expect(filled).toContain("han 17:00 16/09/2026");
  });
});

it.each`
  text                            | said
  ${"Đã xử lý xong ạ"}            | ${"Da xu ly xong a"}
  ${"“Ổ gà” – chợ Vĩnh Kim…"}     | ${'"O ga" - cho Vinh Kim...'}
  ${"dòng một\r\n\tdòng hai"}     | ${"dong mot dong hai"}
  ${"Cảm ơn 🙏 200.000₫"}         | ${"Cam on 200.000d"}
  ${"Hoà (NFD)".normalize("NFD")} | ${"Hoa (NFD)"}
`("$text is said as $said", ({ text, said }) => {
  expect(smsText(text)).toBe(said);
});

it.each`
  text               | units        | segments
  ${""}              | ${0}         | ${1}
  ${"a".repeat(160)} | ${160}       | ${1}
  ${"a".repeat(161)} | ${161}       | ${2}
  ${"a".repeat(306)} | ${306}       | ${2}
  ${"a".repeat(307)} | ${307}       | ${3}
  ${"€".repeat(80)}  | ${160}       | ${1}
  ${"[x]"}           | ${5}         | ${1}
  ${"à è ù"}         | ${5}         | ${1}
  ${"đ"}             | ${undefined} | ${undefined}
  ${"ạ"}             | ${undefined} | ${undefined}
`("a text of $units units is charged as $segments", ({ text, units, segments }) => {
  expect([gsmUnits(text), smsSegments(text)]).toEqual([units, segments]);
});
