import { type Draft, type Entry, fileOf } from "#province/draft";

type Named = keyof Draft["known"];
const words: Readonly<Record<Named, string>> = {
  agencies: "agency",
  areas: "area",
  categories: "category",
  routes: "route",
  staff: "staff member",
  templates: "template",
  calendars: "calendar",
};

/** A place in a file that names something of another file. */
export interface Reference {
  readonly file: string;
  readonly path: string;
  readonly id: string | undefined;
}

/** A mistake if `id` is given and names nothing; nothing can be said while the file it points into is unreadable. */
export function unknownReference({ known }: Draft, part: Named, { file, path, id }: Reference): string[] {
  const ids = known[part];
  if (id === undefined || ids.size === 0 || ids.has(id)) return [];
  return [`${file} ${path}: unknown ${words[part]} "${id}", expected ${expectation(fileOf(part), ids)}`];
}

function expectation(file: string, ids: ReadonlySet<string>): string {
  return ids.size > 10 ? `an id of ${file}` : `one of ${[...ids].join(", ")}`;
}

interface Dated {
  readonly validFrom: string;
  readonly validTo?: string | undefined;
}

/** Do both rows hold on some day? A row without an end holds for ever. */
export function overlaps(a: Dated, b: Dated): boolean {
  return a.validFrom <= (b.validTo ?? "9999-12-31") && b.validFrom <= (a.validTo ?? "9999-12-31");
}

/** Rows of one id may follow each other in time; two that hold on the same day, or end before they begin, are mistakes. */
export function datedMistakes<T extends Dated>(file: string, entries: readonly Entry<T>[], idOf: (row: T) => string) {
  const backwards = entries.filter(({ value }) => value.validTo !== undefined && value.validTo < value.validFrom);
  const doubled = entries.filter(({ value }, index) =>
    entries.slice(0, index).some((before) => idOf(before.value) === idOf(value) && overlaps(before.value, value)),
  );
  return [
    ...backwards.map(({ at, value }) => `${file} ${at}.validTo: before ${value.validFrom}, expected a day after it`),
    ...doubled.map(
      ({ at, value }) =>
        `${file} ${at}: "${idOf(value)}" is there twice at the same time, expected one row for each day`,
    ),
  ];
}

/** Ids that stand more than once in a list without dates. */
export function doubledIds<T>(file: string, entries: readonly Entry<T>[], idOf: (row: T) => string): string[] {
  const doubled = entries.filter(({ value }, index) =>
    entries.slice(0, index).some((before) => idOf(before.value) === idOf(value)),
  );
  return doubled.map(({ at, value }) => `${file} ${at}: "${idOf(value)}" is there twice, expected it once`);
}
