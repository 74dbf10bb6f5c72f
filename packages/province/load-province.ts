import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Province } from "#contracts/configuration/province";
import { checkProvince } from "#province/check-province";
import { fileOf } from "#province/draft";
import { type PartName, partNames } from "#province/province-files";

/** A province from its folder of JSON files, checked as a whole; throws one `ProvinceError` with all mistakes. */
export function loadProvince(folder: string): Province {
  const { raw, unreadable } = readFolder(folder);
  return checkProvince(raw, unreadable);
}

interface FolderContent {
  readonly raw: Partial<Record<PartName, unknown>>;
  readonly unreadable: readonly string[];
}

function readFolder(folder: string): FolderContent {
  const raw: Partial<Record<PartName, unknown>> = {};
  const unreadable: string[] = [];
  for (const part of partNames) {
    const path = join(folder, fileOf(part));
    if (!existsSync(path)) continue;
    try {
      raw[part] = JSON.parse(readFileSync(path, "utf8"));
    } catch (error) {
      unreadable.push(`${fileOf(part)}: is not JSON${whereIn(error)}, expected a JSON text`);
    }
  }
  return { raw, unreadable };
}

/** Only the place: the parser's own words quote the file, and files hold phone numbers. */
function whereIn(error: unknown): string {
  return /\(line \d+ column \d+\)/.exec(error instanceof Error ? error.message : "")?.[0].replace(/^/, " ") ?? "";
}
