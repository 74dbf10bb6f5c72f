import type { ClockName } from "#contracts/clock";
import type { PoliciesFile } from "#contracts/configuration/policy";
import { eventIdOf, type LedgerEntry, type SlaEvent } from "#contracts/domain-event";
import { durationMs } from "#sla/duration-ms";
import type { Snapshot } from "./dynamo-snapshot.ts";

interface Noted {
  readonly event: SlaEvent;
  readonly at: number;
  readonly id: string;
}

/** Functions may be this far from the right time, on either side. */
const SKEW_MS = 5 * 60_000;

/** Did everything ring that had to by `now`, once and in its order, reckoned here once more from the policy's data? */
export function checkClocks({ ledgers, heads }: Snapshot, policies: PoliciesFile, now: number): string[] {
  const overdue = heads
    .filter(({ fireAt }) => fireAt !== undefined && Date.parse(fireAt) <= now - SKEW_MS)
    .map(({ id, fireAt }) => `${id} should have rung at ${fireAt}`);
  const clocks = [...ledgers].flatMap(([ticketId, entries]) => [
    ...Map.groupBy(notedIn(entries), ({ event }) => `${ticketId} ${event.clock.name} ${event.clock.epoch}`),
  ]);
  return [...overdue, ...clocks.flatMap(([clock, noted]) => checkClock(clock, noted, policies, now))];
}

function notedIn(entries: readonly LedgerEntry[]): Noted[] {
  return entries.flatMap((entry) =>
    entry.events.flatMap((event, position) =>
      event.type.startsWith("sla.")
        ? [{ event: event as SlaEvent, at: Date.parse(entry.at), id: eventIdOf(entry, position) }]
        : [],
    ),
  );
}

/** What the policy's data say of a clock: its warnings, and its rungs as milliseconds after the breach. */
function promised(name: ClockName, { policies: [policy], ladders }: PoliciesFile) {
  const ladder = ladders.find(({ id }) => id === (policy?.ladders[name] ?? policy?.ladders["default"]));
  const after = (ladder?.rungs ?? []).map((rung) => ("elapsed" in rung.after ? durationMs(rung.after.elapsed) : 0));
  const warnings = name === "confirm" ? [] : (policy?.warnings[name] ?? []).map(({ at }) => at);
  return { warnings, rungs: after.length === 0 ? [0] : after };
}

function checkClock(clock: string, noted: readonly Noted[], file: PoliciesFile, now: number): string[] {
  const { warnings, rungs } = promised(noted[0]?.event.clock.name ?? "confirm", file);
  const warned = noted.flatMap(({ event }) => (event.type === "sla.warned" ? [event.fraction] : []));
  const climbed = noted.flatMap(({ event }) => (event.type === "sla.escalated" ? [event.rung] : []));
  const breached = noted.filter(({ event }) => event.type === "sla.breached").length;
  const started = noted.filter(({ event }) => event.type === "sla.started").length;
  const above = rungs.map((_, index) => index).slice(1);
  const rules: readonly (readonly [boolean, string])[] = [
    [started === 1, `was started ${started} times`],
    [isPrefix(warned, warnings), `warned at ${warned.join()}`],
    [breached <= 1, `was breached ${breached} times`],
    [breached === 0 || warned.length === warnings.length, "was breached before all its warnings"],
    [isPrefix(climbed, above), `climbed ${climbed.join()}`],
    [climbed.length === 0 || breached === 1, "climbed without a breach"],
  ];
  return [
    ...rules.filter(([holds]) => !holds).map(([, complaint]) => `${clock} ${complaint}`),
    ...missing(clock, noted, { warnings, rungs, rang: warned.length + breached + climbed.length, now }),
  ];
}

const isPrefix = (list: readonly number[], of: readonly number[]): boolean =>
  list.length <= of.length && list.every((value, index) => value === of[index]);

interface Expectation {
  readonly warnings: readonly number[];
  readonly rungs: readonly number[];
  readonly rang: number;
  readonly now: number;
}

/** What a clock that was neither held nor moved had to ring until it ended, to within the difference of clocks. */
function missing(clock: string, noted: readonly Noted[], { warnings, rungs, rang, now }: Expectation): string[] {
  const [first] = noted;
  const simple = noted.every(
    ({ event: { type } }) => !["sla.acknowledged", "sla.paused", "sla.extended", "sla.recomputed"].includes(type),
  );
  if (first === undefined || first.event.clock.name === "confirm" || !simple) return [];
  const { startedAt, allowance } = first.event.clock;
  if (!("elapsed" in allowance)) return [`${clock} has an allowance of another kind`];
  const [start, length] = [Date.parse(startedAt), durationMs(allowance.elapsed)];
  const times = [
    ...warnings.map((part) => start + Math.floor(length * part)),
    ...rungs.map((after) => start + length + after),
  ];
  const ended = noted.find(({ event: { type } }) => type === "sla.met" || type === "sla.cancelled");
  const least = times.filter((time) => time < (ended?.at ?? now - SKEW_MS)).length;
  const most = times.filter((time) => time <= (ended?.at ?? now) + 2 * SKEW_MS).length;
  return rang >= least && rang <= most ? [] : [`${clock} rang ${rang} times, expected ${least} to ${most}`];
}
