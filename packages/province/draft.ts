import type { Province } from "#contracts/configuration/province";
import { describeIssues } from "#province/describe-issues";
import { type PartName, partNames, provinceParts } from "#province/province-files";

/** One entry of a list with its place in the file, e.g. `[3]`. */
export interface Entry<T> {
  readonly at: string;
  readonly value: T;
}
type ListName = { [P in PartName]: Province[P] extends readonly unknown[] ? P : never }[PartName];
type EntryOf<P extends ListName> = Entry<Province[P][number]>;

/** What a province's files hold, with what is malformed left out, so that the rest can still be checked. */
export interface Draft {
  readonly lists: { readonly [P in ListName]: readonly EntryOf<P>[] };
  readonly single: { readonly [P in Exclude<PartName, ListName>]?: Province[P] };
  /** Every id a file gives, malformed entries included: they are reported once, not again where they are named. */
  readonly known: { readonly [P in ListName | "calendars"]: ReadonlySet<string> };
  readonly mistakes: readonly string[];
}

export const fileOf = (part: PartName): string => `${part}.json`;

/** Reads each part by its own form; `raw` holds what the files say, without the parts that could not be read. */
export function draftOf(raw: Readonly<Partial<Record<PartName, unknown>>>): Draft {
  const mistakes: string[] = [];
  const lists: Partial<Record<PartName, readonly Entry<unknown>[]>> = {};
  const single: Partial<Record<PartName, unknown>> = {};
  for (const part of partNames) {
    const given = raw[part];
    const schema = provinceParts[part];
    if (given !== undefined && "element" in schema && Array.isArray(given)) {
      lists[part] = entriesOf(part, given, mistakes);
    } else if (given !== undefined) {
      const read = schema.safeParse(given);
      if (read.success) single[part] = read.data;
      else mistakes.push(...describeIssues(fileOf(part), read.error.issues));
    }
  }
  return { lists: withEmptyLists(lists), single: single as Draft["single"], known: knownIds(raw), mistakes };
}

function entriesOf(part: PartName, given: readonly unknown[], mistakes: string[]): Entry<unknown>[] {
  const schema = provinceParts[part];
  if (given.length === 0) mistakes.push(`${fileOf(part)}: is empty, expected at least one entry`);
  return given.flatMap((value, index) => {
    const read = "element" in schema ? schema.element.safeParse(value) : schema.safeParse(value);
    if (read.success) return [{ at: `[${index}]`, value: read.data }];
    const issues = read.error.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] }));
    mistakes.push(...describeIssues(fileOf(part), issues));
    return [];
  });
}

function withEmptyLists(lists: Partial<Record<PartName, readonly Entry<unknown>[]>>): Draft["lists"] {
  const names = partNames.filter((part) => "element" in provinceParts[part]);
  return Object.fromEntries(names.map((part) => [part, lists[part] ?? []])) as unknown as Draft["lists"];
}

function knownIds(raw: Readonly<Partial<Record<PartName, unknown>>>): Draft["known"] {
  const calendars = (raw.calendars as { calendars?: unknown } | undefined)?.calendars;
  const given = { ...raw, calendars };
  return Object.fromEntries(partNames.map((part) => [part, idsIn(given[part])])) as unknown as Draft["known"];
}

function idsIn(list: unknown): Set<string> {
  if (!Array.isArray(list)) return new Set();
  const ids = list.map((entry: { id?: unknown; code?: unknown } | null) => entry?.id ?? entry?.code);
  return new Set(ids.filter((id) => typeof id === "string"));
}
