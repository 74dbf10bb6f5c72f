import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadProvince } from "#province/load-province";

const folder = new URL("../../packages/province/dong-thap/", import.meta.url);
const { agencies, areas, categories, staff, calendars, province } = loadProvince(fileURLToPath(folder));

it("Đồng Tháp has its 82 communes and 20 wards, each with its committee", () => {
  const kinds = Map.groupBy(areas, ({ kind }) => kind);
  expect([kinds.get("xa")?.length, kinds.get("phuong")?.length]).toEqual([82, 20]);
  expect(agencies.filter(({ kind }) => kind === "commune").map(({ id }) => id)).toEqual(
    areas.map(({ code }) => `ubnd-${code}`),
  );
});

it("every agency has a head who is warned and an officer who works", () => {
  const lacking = agencies.filter(
    ({ id }) =>
      !["unit-head", "officer"].every((role) =>
        staff.some(({ agency, roles }) => agency === id && roles.includes(role as "officer")),
      ),
  );
  expect(lacking).toEqual([]);
});

it("every agency that others stand under has somebody for the rung above them", () => {
  const parents = new Set(agencies.flatMap(({ parent }) => parent ?? []));
  const without = [...parents].filter(
    (id) => !staff.some(({ agency, roles }) => agency === id && roles.includes("department-head")),
  );
  expect(without).toEqual([]);
});

it.each(["supervisor", "duty-supervisor", "vice-chair-office"] as const)("somebody of the province is %s", (role) => {
  const provincial = agencies.filter(({ kind }) => kind === "province" || kind === "centre").map(({ id }) => id);
  expect(staff.some(({ agency, roles }) => roles.includes(role) && provincial.includes(agency))).toBe(true);
});

it("people of the sample are invented: reserved numbers, each once, and reserved addresses", () => {
  const phones = staff.map(({ phone }) => phone);
  expect(new Set(phones).size).toBe(staff.length);
  expect(phones.filter((phone) => !/^\+8490000\d{4}$/.test(phone ?? ""))).toEqual([]);
  expect(staff.filter(({ email }) => email !== undefined && !email.endsWith("@example.vn"))).toEqual([]);
});

it("has the 21 fields of the hotline; only complaints and denunciations are sent elsewhere", () => {
  expect(categories).toHaveLength(21);
  expect(categories.filter(({ redirect }) => redirect !== undefined).map(({ code }) => code)).toEqual([
    "khieu_nai_to_cao",
  ]);
});

it("keywords are written as a phone without Vietnamese types them", () => {
  const accented = categories.flatMap(({ keywords }) => keywords).filter((word) => !/^[a-z0-9 ]+$/.test(word));
  expect(accented).toEqual([]);
});

it("offices that receive people on Saturday morning, and those that never close, have calendars of their own", () => {
  const calendarOf = (id: string) => agencies.find((agency) => agency.id === id)?.calendar ?? calendars.defaultCalendar;
  const used = ["ubnd-phuong-my-tho", "ubnd-xa-tan-thoi", "cong-an-tinh", province.callCentre].map(calendarOf);
  expect(used).toEqual(["van-phong-co-sang-thu-bay", "van-phong", "truc-24-7", "truc-24-7"]);
});

it("texts to citizens speak Vietnamese as it is written", () => {
  const raw = readFileSync(new URL("templates.json", folder), "utf8");
  expect(raw).toBe(raw.normalize("NFC"));
});
