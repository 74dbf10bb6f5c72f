import type { PersonalData } from "#triage/reading";

const SHOWN = 2;

/** The text for those who may not see personal data: every letter and digit of it a dot, the last two digits kept. */
export function maskPersonalData(text: string, found: readonly PersonalData[]): string {
  let masked = "";
  let at = 0;
  for (const { kind, start, end } of found) {
    const value = text.slice(start, end);
    const shown = kind === "name" || kind === "house-number" ? 0 : SHOWN;
    const hidden = value.slice(0, value.length - shown).replace(/[\p{L}\d]/gu, "•");
    masked += text.slice(at, start) + hidden + value.slice(value.length - shown);
    at = end;
  }
  return masked + text.slice(at);
}
