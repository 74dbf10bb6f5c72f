import { fileURLToPath } from "node:url";
import type { PoliciesFile } from "#contracts/configuration/policy";
import { loadProvince } from "#province/load-province";
import { type ProvinceRules, rulesOf } from "../../../functions/province-rules.ts";

const dongThap = fileURLToPath(new URL("../../../packages/province/dong-thap", import.meta.url));

/** Clocks of minutes instead of days, so that a short history sees warnings, breaches, rungs and silence. */
const policies: PoliciesFile = {
  inForce: [{ from: "2025-07-01", policy: "hurried" }],
  policies: [
    {
      id: "hurried",
      name: "hurried",
      version: "1",
      source: "fault injection",
      allowances: {
        forward: { elapsed: "PT10M" },
        accept: { elapsed: "PT90M" },
        resolve: { emergency: { elapsed: "PT30M" }, normal: { elapsed: "PT60M" } },
        progress: { elapsed: "PT2H" },
        confirm: { elapsed: "PT30M" },
      },
      pausedWhileWaiting: ["accept", "resolve", "progress"],
      warnings: {
        resolve: [{ at: 0.5, tell: "officer", scope: "agency", channels: ["desk"] }],
      },
      ladders: { resolve: "hurried" },
    },
  ],
  ladders: [
    {
      id: "hurried",
      rungs: [
        { after: { elapsed: "PT0S" }, tell: "unit-head", scope: "agency", channels: ["desk", "sms"] },
        {
          after: { elapsed: "PT15M" },
          tell: "duty-supervisor",
          scope: "province",
          channels: ["desk", "zalo", "email"],
        },
      ],
      holdFor: { elapsed: "PT20M" },
    },
  ],
  quietHours: { from: "10:20", to: "10:40", exempt: ["emergency"] },
  storm: { onePer: "PT1M", worst: 1000 },
  sameMatterHours: 1,
};

/** Đồng Tháp's offices and people under hurried clocks. */
export function hurriedProvince(): ProvinceRules {
  return rulesOf({ ...loadProvince(dongThap), policies });
}
