import { categoryFits, categoryIs, type Judged } from "./judged.ts";
import { isUnaccented, type Measure, share } from "./measures.ts";

const PERCENT = 100;
const BINS = 5;
const PAIRS_SHOWN = 15;

const percent = (value: number) => `${(value * PERCENT).toFixed(1)} %`;
const line = (...cells: readonly string[]) =>
  `${cells.map((cell, at) => (at === 0 ? cell.padEnd(40) : cell.padStart(10))).join("")}\n`;

/** The figures with their goals. */
export function measureTable(measures: readonly Measure[]): string {
  const rows = measures.map(({ name, value, unit, goal, ok }) =>
    line(name, unit === "share" ? percent(value) : `${value} ${unit}`, goal, ok ? "" : "missed"),
  );
  return ["\n", ...rows].join("");
}

/** Accuracy by channel, by way of typing and by category. */
export function partsTable(judged: readonly Judged[]): string {
  const groups = [
    ...groupsBy(judged, ({ request }) => request.channel),
    ...groupsBy(judged, (one) => (isUnaccented(one) ? "unaccented" : "accented")),
    ...groupsBy(judged, ({ request }) => request.category),
  ];
  const rows = groups.map(([name, part]) =>
    line(name, String(part.length), percent(share(part, categoryIs)), percent(share(part, (one) => categoryFits(one)))),
  );
  return ["\n", line("part", "requests", "strict", "with also"), ...rows].join("");
}

/** Which categories are taken for which others. */
export function confusionTable(judged: readonly Judged[]): string {
  const wrong = judged.filter((one) => !categoryFits(one));
  const pairs = groupsBy(
    wrong,
    ({ request, reading }) => `${request.category} read as ${reading.category[0]?.value ?? "nothing"}`,
  );
  const most = pairs.sort(([, a], [, b]) => b.length - a.length).slice(0, PAIRS_SHOWN);
  return ["\n", line("confusion", "times"), ...most.map(([pair, part]) => line(pair, String(part.length)))].join("");
}

/** Whether confidences mean what they say: of those said to be 0.8 sure, 8 in 10 are right. */
export function calibrationTable(judged: readonly Judged[]): string {
  const confidence = ({ reading }: Judged) => reading.category[0]?.confidence ?? 0;
  const bins = Array.from({ length: BINS }, (_, bin) =>
    judged.filter((one) => Math.min(BINS - 1, Math.floor(confidence(one) * BINS)) === bin),
  );
  const rows = bins.map((part, bin) => {
    const mean = part.reduce((sum, one) => sum + confidence(one), 0) / Math.max(1, part.length);
    const label = `${(bin / BINS).toFixed(1)} to ${((bin + 1) / BINS).toFixed(1)}`;
    return line(
      label,
      String(part.length),
      percent(mean),
      part.length === 0 ? "" : percent(share(part, (one) => categoryFits(one))),
    );
  });
  return ["\n", line("confidence", "requests", "said", "right"), ...rows].join("");
}

function groupsBy(judged: readonly Judged[], key: (one: Judged) => string): [string, Judged[]][] {
  return [...Map.groupBy(judged, key)];
}
