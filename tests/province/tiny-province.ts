import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const dongThap = new URL("../../packages/province/dong-thap/", import.meta.url);
const weekdays = [["07:00", "17:00"]];

/** The smallest province without a mistake: two wards, their committees, a department and a call centre. */
export function tinyProvince() {
  const validFrom = "2025-07-01";
  return {
    province: {
      id: "tiny",
      name: "tỉnh Nhỏ",
      codePrefix: "TN",
      callCentre: "centre",
      trackingUrl: "https://1022.example.vn/t",
      deskUrl: "https://1022.example.vn/d",
      smsKeywords: ["PA"],
    },
    agencies: [
      { id: "province", name: "UBND tỉnh", kind: "province", validFrom },
      { id: "centre", name: "Tổng đài", kind: "centre", parent: "province", calendar: "office", validFrom },
      { id: "ubnd-a", name: "UBND phường A", kind: "commune", parent: "province", areas: ["a"], validFrom },
      { id: "ubnd-b", name: "UBND xã B", kind: "commune", parent: "province", areas: ["b"], validFrom },
    ],
    areas: [
      { code: "a", name: "phường A", kind: "phuong", formerly: [], validFrom },
      { code: "b", name: "xã B", kind: "xa", formerly: [], validFrom },
    ],
    categories: [{ code: "rac", name: { vi: "Rác", en: "Waste" }, keywords: ["rac"] }],
    routes: [{ category: "rac", to: { communeOfArea: true }, validFrom }],
    staff: [
      { id: "one", name: "Lãnh đạo", roles: ["unit-head"], agency: "ubnd-a" },
      { id: "two", name: "Chuyên viên", roles: ["officer"], agency: "ubnd-a" },
      { id: "three", name: "Trực ban", roles: ["duty-supervisor"], agency: "centre", phone: "+84900000033" },
    ],
    templates: JSON.parse(readFileSync(new URL("templates.json", dongThap), "utf8")),
    calendars: {
      calendars: [
        {
          id: "office",
          name: "Giờ hành chính",
          version: "1",
          source: "example",
          weekly: {
            monday: weekdays,
            tuesday: weekdays,
            wednesday: weekdays,
            thursday: weekdays,
            friday: weekdays,
            saturday: [],
            sunday: [],
          },
        },
      ],
      defaultCalendar: "office",
      exceptions: {},
    },
    policies: {
      inForce: [{ from: "2026-01-01", policy: "p" }],
      policies: [
        {
          id: "p",
          name: "Chính sách",
          version: "1",
          source: "example",
          allowances: { resolve: { normal: { workingDays: 5 } } },
          pausedWhileWaiting: [],
          warnings: { default: [{ at: 0.5, tell: "officer", scope: "agency", channels: ["desk"] }] },
          ladders: { default: "l" },
        },
      ],
      ladders: [
        {
          id: "l",
          rungs: [{ after: { elapsed: "PT0S" }, tell: "unit-head", scope: "agency", channels: ["desk"] }],
          holdFor: { elapsed: "PT1H" },
        },
      ],
      quietHours: { from: "22:00", to: "07:00", exempt: ["emergency"] },
      storm: { onePer: "PT1M", worst: 10 },
      sameMatterHours: 72,
    },
  };
}

/** Writes each part as its file and returns the folder; `undefined` leaves a file out, a string is written as it is. */
export function folderOf(parts: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "province-"));
  for (const [part, content] of Object.entries(parts)) {
    if (content === undefined) continue;
    writeFileSync(join(folder, `${part}.json`), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

/** The tiny province with one value set or, when `undefined`, removed at a path such as `agencies.2.parent`. */
export function brokenAt(path: string, value: unknown): Record<string, unknown> {
  const province: Record<string, unknown> = tinyProvince();
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<Record<string, unknown>>((node, key) => node[key] as Record<string, unknown>, province);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return province;
}
