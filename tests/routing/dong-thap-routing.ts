import { readFileSync } from "node:fs";
import { createRouting, type RoutingParts } from "#routing/create-routing";

const folder = new URL("../../packages/province/dong-thap/", import.meta.url);
const part = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));

/** The organisation of Đồng Tháp, with what the test changes. */
export function dongThapParts(changes: Partial<RoutingParts> = {}): RoutingParts {
  const names = ["province", "agencies", "areas", "categories", "routes", "staff"];
  const parts = Object.fromEntries(names.map((name) => [name, part(name)])) as Omit<RoutingParts, "calendars">;
  return { ...parts, calendars: { defaultCalendar: "hanh-chinh" }, ...changes };
}

export const dongThap = createRouting(dongThapParts());
export const at = new Date("2026-09-14T08:15:30+07:00");
