import { type Template, templateIds, templatePlaceholders } from "#contracts/configuration/template";
import { gsmUnits } from "#platform/sms-segments";
import type { Draft, Entry } from "#province/draft";
import { doubledIds } from "#province/references";

const file = "templates.json";
/** Where danger is told, a number to call must be said. */
const CALLABLE = /\{numbers\}|\b11[1-5]\b/;

/** Every text is there once, uses only names that are filled in, and can leave as a plain text message. */
export function checkTemplates({ lists: { templates }, known }: Draft): string[] {
  const missing = known.templates.size === 0 ? [] : templateIds.filter((id) => !known.templates.has(id));
  return [
    ...missing.map((id) => `${file}: template "${id}" is missing, expected one entry for each text the hotline says`),
    ...doubledIds(file, templates, ({ id }) => id),
    ...templates.flatMap(wordingMistakes),
  ];
}

function wordingMistakes({ at, value }: Entry<Template>): string[] {
  const allowed: readonly string[] = templatePlaceholders[value.id];
  const expected = allowed.length === 0 ? "none" : `only ${allowed.map((name) => `{${name}}`).join(", ")}`;
  const unknown = (["text", "sms", "subject"] as const).flatMap((field) =>
    [...(value[field] ?? "").matchAll(/\{(\w*)\}/g)]
      .filter(([, name]) => !allowed.includes(name ?? ""))
      .map(([placeholder]) => `${file} ${at}.${field}: unknown placeholder ${placeholder}, expected ${expected}`),
  );
  const silent =
    value.id === "emergency-advice" ? (["text", "sms"] as const).filter((field) => !CALLABLE.test(value[field])) : [];
  const wrong = [
    ...unknown,
    ...silent.map((field) => `${file} ${at}.${field}: names no number to call in danger, expected {numbers}`),
  ];
  if (gsmUnits(value.sms) !== undefined) return wrong;
  return [...wrong, `${file} ${at}.sms: has characters that make a text message costly, expected no diacritics`];
}
