import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { COMPILED_PROVINCE, compileProvince } from "#province/compile-province";
import { loadProvince } from "#province/load-province";
import { ProvinceError } from "#province/province-error";
import { readProvince } from "#province/read-province";
import { brokenAt, folderOf, tinyProvince } from "./tiny-province.ts";

function mistakesOf(parts: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    loadProvince(folderOf(parts));
    return [];
  } catch (error) {
    if (error instanceof ProvinceError) return error.mistakes;
    throw error;
  }
}

it("a province without a mistake is given as its files say", () => {
  expect(loadProvince(folderOf(tinyProvince()))).toEqual(tinyProvince());
});

it.each([
  ["agencies.2.kind", "village", /^agencies\.json \[2\]\.kind: Invalid option: expected one of "commune"/],
  ["agencies.2.colour", "red", /^agencies\.json \[2\]: Unrecognized key: "colour"/],
  [
    "agencies.2.parent",
    "nobody",
    'agencies.json [2].parent: unknown agency "nobody", expected one of province, centre, ubnd-a, ubnd-b',
  ],
  ["agencies.0.parent", "centre", /^agencies\.json \[0\]\.parent: "province" is above itself/],
  ["agencies.1.calendar", "moon", 'agencies.json [1].calendar: unknown calendar "moon", expected one of office'],
  ["agencies.2.areas", ["a", "atlantis"], 'agencies.json [2].areas[1]: unknown area "atlantis", expected one of a, b'],
  ["agencies.2.areas", [], /^areas\.json \[0\]: no commune answers for "a"/],
  ["agencies.3.areas", ["b", "a"], 'agencies.json [3].areas: two communes answer for "a", expected one'],
  ["agencies.3.id", "ubnd-a", /^agencies\.json \[3\]: "ubnd-a" is there twice at the same time/],
  ["agencies.3.validTo", "2024-01-01", /^agencies\.json \[3\]\.validTo: before 2025-07-01/],
  ["areas.1.code", "a", /^areas\.json \[1\]: "a" is there twice at the same time/],
  ["categories.0.keywords", undefined, /^categories\.json \[0\]\.keywords: Invalid input: expected array/],
  ["routes.0.category", "mars", 'routes.json [0].category: unknown category "mars", expected one of rac'],
  ["routes.0.to", { agency: "nobody" }, /^routes\.json \[0\]\.to\.agency: unknown agency "nobody"/],
  ["routes.0.to", "ubnd-a", 'routes.json [0].to: expected {"agency": "<id>"} or {"communeOfArea": true}'],
  ["routes.0.areas", ["atlantis"], /^routes\.json \[0\]\.areas\[0\]: unknown area "atlantis"/],
  ["routes.0.supporting", ["nobody"], /^routes\.json \[0\]\.supporting\[0\]: unknown agency "nobody"/],
  ["routes.0.validTo", "2025-01-01", /^routes\.json \[0\]\.validTo: before 2025-07-01/],
  ["staff.0.agency", "nobody", /^staff\.json \[0\]\.agency: unknown agency "nobody"/],
  ["staff.1.id", "one", 'staff.json [1]: "one" is there twice, expected it once'],
  ["staff.0.phone", "0900000001", "staff.json [0].phone: expected a phone number in E.164"],
  [
    "staff.0.away",
    [{ from: "2026-01-01", to: "2026-01-05", delegate: "ghost" }],
    /^staff\.json \[0\]\.away\[0\]\.delegate: unknown staff member "ghost"/,
  ],
  ["staff.0.away", [{ from: "2026-01-01", to: "2026-01-05", delegate: "one" }], /delegate: is the person who is away/],
  ["staff.0.away", [{ from: "2026-01-05", to: "2026-01-01" }], /^staff\.json \[0\]\.away\[0\]\.to: before 2026-01-05/],
  [
    "staff.2.phone",
    undefined,
    /^staff\.json: nobody is woken in an emergency, expected a duty-supervisor with a phone/,
  ],
  ["templates.0.id", "greeting", /^templates\.json \[0\]\.id: Invalid option/],
  [
    "templates.0.text",
    "Chào {ten}",
    /^templates\.json \[0\]\.text: unknown placeholder \{ten\}, expected only \{code\}/,
  ],
  ["templates.4.sms", "Hay can than", /^templates\.json \[4\]\.sms: names no number to call in danger/],
  ["templates.0.sms", "Đã nhận {code}", /^templates\.json \[0\]\.sms: has characters that make a text message costly/],
  [
    "calendars.defaultCalendar",
    "moon",
    'calendars.json defaultCalendar: unknown calendar "moon", expected one of office',
  ],
  ["calendars.calendars.0.exceptions", "feasts", /^calendars\.json calendars\[0\]\.exceptions: unknown list "feasts"/],
  [
    "calendars.calendars.0.weekly.monday",
    [["17:00", "07:00"]],
    "calendars.json calendars[0].weekly.monday[0]: a shift must open before it closes",
  ],
  [
    "calendars.calendars.0.weekly.monday",
    [
      ["07:00", "12:00"],
      ["11:00", "17:00"],
    ],
    /weekly\.monday: shifts overlap/,
  ],
  [
    "policies.policies.0.allowances.resolve.normal",
    { days: 5 },
    /^policies\.json policies\[0\]\.allowances\.resolve\.normal: not an allowance, expected such as \{"elapsed": "PT5M"\}/,
  ],
  [
    "policies.policies.0.allowances.resolve.normal",
    { working: "8 hours" },
    "policies.json policies[0].allowances.resolve.normal.working: expected an ISO-8601 duration such as PT8H",
  ],
  ["policies.policies.0.allowances.resolv", { workingDays: 5 }, /^policies\.json policies\[0\]\.allowances/],
  [
    "policies.policies.0.warnings.default",
    [0.9, 0.5].map((at) => ({ at, tell: "officer", scope: "agency", channels: ["desk"] })),
    /warnings\.default\[1\]\.at: not after the one before, expected ascending fractions/,
  ],
  [
    "policies.policies.0.warnings.someday",
    [],
    /^policies\.json policies\[0\]\.warnings\.someday: unknown clock "someday"/,
  ],
  [
    "policies.policies.0.ladders.default",
    "rope",
    'policies.json policies[0].ladders.default: unknown ladder "rope", expected one of l',
  ],
  [
    "policies.policies.0.exempt",
    [{ category: "weather", clocks: ["resolve"], source: "a law" }],
    /^policies\.json policies\[0\]\.exempt\[0\]\.category: unknown category "weather"/,
  ],
  [
    "policies.policies.0.emergencyLadder",
    "rope",
    'policies.json policies[0].emergencyLadder: unknown ladder "rope", expected one of l',
  ],
  ["policies.inForce.0.policy", "q", 'policies.json inForce[0].policy: unknown policy "q", expected one of p'],
  [
    "policies.inForce.1",
    { from: "2025-01-01", policy: "p" },
    /^policies\.json inForce\[1\]\.from: not after the one before/,
  ],
  ["province.callCentre", "nobody", /^province\.json callCentre: unknown agency "nobody"/],
  ["province.codePrefix", "dt", /^province\.json codePrefix: /],
])("a wrong %s (%j) is named with file, path and what is expected", (path, value, mistake) => {
  const mistakes = mistakesOf(brokenAt(path, value));
  expect(mistakes).toContainEqual(typeof mistake === "string" ? mistake : expect.stringMatching(mistake));
});

it("tells all mistakes of all files at once, each once", () => {
  const province = brokenAt("agencies.2.parent", "nobody");
  const mistakes = mistakesOf({ ...province, staff: [], routes: undefined, policies: "{ no json", calendars: [1] });
  expect(mistakes).toEqual([
    "policies.json: is not JSON (line 1 column 3), expected a JSON text",
    "routes.json: is missing, expected it in the province's folder",
    "staff.json: is empty, expected at least one entry",
    expect.stringMatching(/^calendars\.json: Invalid input: expected object/),
    expect.stringMatching(/^agencies\.json \[2\]\.parent: unknown agency/),
    expect.stringMatching(/^categories\.json \[0\]: no rule for "rac"/),
  ]);
});

it("an entry that is malformed itself is not reported again where others name it", () => {
  expect(mistakesOf(brokenAt("agencies.0.name", 7))).toEqual([
    "agencies.json [0].name: Invalid input: expected string, received number",
  ]);
});

it("an agency may change its name on a day, as two rows of one id that follow each other", () => {
  const { agencies, ...rest } = tinyProvince();
  const renamed = { id: "centre", name: "Trung tâm mới", kind: "centre", validFrom: "2026-07-01" };
  const until = agencies.map((row) => (row.id === "centre" ? { ...row, validTo: "2026-06-30" } : row));
  expect(mistakesOf({ ...rest, agencies: [...until, renamed] })).toEqual([]);
});

it("a matter under other laws needs no rule, only where to send the citizen", () => {
  const { categories, ...rest } = tinyProvince();
  const complaint = { code: "to_cao", name: { vi: "Tố cáo", en: "Denunciation" }, keywords: [], redirect: "Thanh tra" };
  expect(mistakesOf({ ...rest, categories: [...categories, complaint] })).toEqual([]);
});

it("never quotes a file that is not JSON, for it may hold phone numbers", () => {
  expect(mistakesOf({ ...tinyProvince(), staff: '[{"phone": "+84900000001" oops' }).join()).not.toContain("84900");
});

it("a compiled province is the same province in one file", () => {
  const folder = folderOf(tinyProvince());
  const checked = readProvince(folder);
  writeFileSync(join(folder, COMPILED_PROVINCE), compileProvince(folder));
  expect(readProvince(folder)).toEqual(checked);
});

it("a province with a mistake is not compiled", () => {
  const folder = folderOf({ ...tinyProvince(), staff: [] });
  expect(() => compileProvince(folder)).toThrow(ProvinceError);
});
