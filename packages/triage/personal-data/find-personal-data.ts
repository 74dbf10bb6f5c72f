import type { PersonalData } from "#triage/reading";
import { PATTERNS } from "./patterns.ts";
import { spokenDigits } from "./spoken-digits.ts";

/** Personal data in a text with its positions, in reading order, without overlaps; the more specific kind wins. */
export function findPersonalData(text: string): readonly PersonalData[] {
  const found: PersonalData[] = [];
  for (const { kind, form } of PATTERNS) {
    for (const match of text.matchAll(form)) {
      const value = match.groups?.["value"] ?? match[0];
      const start = match.index + match[0].lastIndexOf(value);
      addFree(found, { kind, start, end: start + value.length });
    }
  }
  for (const spoken of spokenDigits(text)) addFree(found, spoken);
  return found.sort((a, b) => a.start - b.start);
}

function addFree(found: PersonalData[], next: PersonalData): void {
  if (!found.some(({ start, end }) => start < next.end && next.start < end)) found.push(next);
}
