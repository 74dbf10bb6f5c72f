import type { Template } from "#contracts/configuration/template";
import { smsText } from "#notifications/sms-text";
import { gsmUnits } from "#platform/sms-segments";

/** What stands for a placeholder; `sms` where a text message has a shorter way to say it. */
export type Value = string | { readonly text: string; readonly sms: string };

export interface Wording {
  readonly subject?: string;
  readonly text: string;
  readonly smsText: string;
}

/** What a person wrote may take three text messages: more costs too much, less cuts most answers. */
const FREE_TEXT_UNITS = 3 * 153;
const ONE_SEGMENT_UNITS = 160;
const FREE_TEXT = new Set(["text", "reason", "nextStep", "to"]);
/** Values that may be shortened in a text message. A code, a time or an address never is. */
const SHORTENED = new Set([...FREE_TEXT, "agency", "place", "candidates", "worst"]);

/** A template with its values filled in, in full and as a text message that keeps its limit. */
export function fillTemplate({ subject, text, sms }: Template, values: Readonly<Record<string, Value>>): Wording {
  const full = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fullOf(value)]));
  return {
    ...(subject === undefined ? {} : { subject: fill(subject, full) }),
    text: fill(text, full).trim(),
    smsText: filledSms(sms, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, smsOf(value)]))),
  };
}

const fullOf = (value: Value): string => (typeof value === "string" ? value : value.text);
const smsOf = (value: Value): string => smsText(typeof value === "string" ? value : value.sms);

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

function filledSms(template: string, values: Readonly<Record<string, string>>): string {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const limit = names.some((name) => FREE_TEXT.has(name)) ? FREE_TEXT_UNITS : ONE_SEGMENT_UNITS;
  const filled = fill(template, values);
  const excess = (gsmUnits(filled) ?? filled.length) - limit;
  const longest = Object.entries(values)
    .filter(([name]) => SHORTENED.has(name) && names.includes(name))
    .toSorted(([, a], [, b]) => b.length - a.length)[0];
  if (excess <= 0 || longest === undefined) return filled;
  const [name, value] = longest;
  return fill(template, { ...values, [name]: shortened(value, excess) });
}

/** Cut by at least so many units; characters that count twice are given up as if they counted once. */
function shortened(value: string, excess: number): string {
  return `${value.slice(0, Math.max(0, value.length - excess - 3)).trimEnd()}...`;
}
