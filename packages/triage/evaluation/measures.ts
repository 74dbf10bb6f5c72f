import { accentedShare } from "#triage/text/tokens";
import { categoryFits, categoryIs, isLabelledEmergency, type Judged, placeVerdict, urgencyIs } from "./judged.ts";

/** One figure of a result file, as all commands write it. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly ok: boolean;
}

const DIGITS = 1e4;
const UNACCENTED_BELOW = 0.2;

/** The share of those for which something holds; 1 of none, so that an empty part fails no goal. */
export function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 1 : Math.round((all.filter(holds).length / all.length) * DIGITS) / DIGITS;
}

const sureOf = (judged: readonly Judged[], what: "emergency" | "urgency" | "place" | "category") =>
  judged.filter(({ request }) => !(request.unsure ?? []).includes(what));

export const isUnaccented = ({ request }: Judged): boolean => accentedShare(request.text) < UNACCENTED_BELOW;

/** The mean over the categories of how well precision and recall of each go together. */
export function macroF1(judged: readonly Judged[]): number {
  const categories = [...new Set(judged.map(({ request }) => request.category))];
  const scores = categories.map((category) => {
    const hits = judged.filter((one) => categoryIs(one) && one.request.category === category).length;
    const said = judged.filter(({ reading }) => reading.category[0]?.value === category).length;
    const labelled = judged.filter(({ request }) => request.category === category).length;
    return (2 * hits) / Math.max(1, said + labelled);
  });
  return Math.round((scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)) * DIGITS) / DIGITS;
}

/** All figures with their goals, in the order in which they are printed. */
export function measuresOf(judged: readonly Judged[]): readonly Measure[] {
  return [...categoryMeasures(judged), ...urgencyMeasures(judged), ...placeMeasures(judged), ...timeMeasures(judged)];
}

const atLeast = (name: string, value: number, goal: number): Measure => ({
  name,
  value,
  unit: "share",
  goal: `>= ${goal}`,
  ok: value >= goal,
});
const atMost = (name: string, value: number, goal: number, unit = "share"): Measure => ({
  name,
  value,
  unit,
  goal: `<= ${goal}`,
  ok: value <= goal,
});
const shown = (name: string, value: number): Measure => ({ name, value, unit: "share", goal: "shown", ok: true });

function categoryMeasures(judged: readonly Judged[]): readonly Measure[] {
  const sure = sureOf(judged, "category");
  const errors = sure.filter((one) => !categoryFits(one));
  const fits = (one: Judged) => categoryFits(one);
  const accented = share(
    sure.filter((one) => !isUnaccented(one)),
    fits,
  );
  const unaccented = share(sure.filter(isUnaccented), fits);
  return [
    atLeast("category top 1, strict", share(sure, categoryIs), 0.9),
    atLeast(
      "category top 1, counting alsoCategory",
      share(sure, (one) => categoryFits(one)),
      0.93,
    ),
    atLeast(
      "category top 3",
      share(sure, (one) => categoryFits(one, 3)),
      0.98,
    ),
    shown("category macro F1", macroF1(sure)),
    shown("category, accented", accented),
    atLeast("category, unaccented", unaccented, Math.round((accented - 0.03) * DIGITS) / DIGITS),
    atMost(
      "needsTriage",
      share(sure, ({ reading }) => reading.needsTriage),
      0.1,
    ),
    atLeast(
      "errors covered by needsTriage",
      share(errors, ({ reading }) => reading.needsTriage),
      0.5,
    ),
  ];
}

function urgencyMeasures(judged: readonly Judged[]): readonly Measure[] {
  const emergencies = sureOf(judged, "emergency");
  const real = emergencies.filter(isLabelledEmergency);
  const calm = emergencies.filter((one) => !isLabelledEmergency(one));
  return [
    atLeast("urgency", share(sureOf(judged, "urgency"), urgencyIs), 0.85),
    atLeast(
      "emergency recall",
      share(real, ({ reading }) => reading.emergency),
      1,
    ),
    atMost(
      "emergency false alarms",
      share(calm, ({ reading }) => reading.emergency),
      0.03,
    ),
  ];
}

function placeMeasures(judged: readonly Judged[]): readonly Measure[] {
  const verdicts = sureOf(judged, "place").map(placeVerdict);
  const of = (...kinds: readonly string[]) => share(verdicts, (verdict) => kinds.includes(verdict));
  return [
    atLeast("place", of("right", "asked-right"), 0.95),
    atMost("place, wrong guess", of("wrong-guess"), 0.01),
    shown("place, not known", of("not-known")),
    shown("place, asked with wrong candidates", of("asked-wrong")),
    shown("place, asked needlessly", of("needless-question")),
  ];
}

function timeMeasures(judged: readonly Judged[]): readonly Measure[] {
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? 0) * 1000) / 1000;
  return [
    atMost("time p50", at(0.5), 1, "ms"),
    { name: "time p99", value: at(0.99), unit: "ms", goal: "shown", ok: true },
  ];
}
