import type { FaultReport } from "./fault-report.ts";
import { likeness, unpackedSketch, type WordSketch } from "./word-sketch.ts";

export interface SameFaultProposal {
  readonly ticketId: string;
  /** 0 to 1; from `SAME_FAULT_FROM` on it is shown to the agent. */
  readonly score: number;
}

/** Category and place carry the proposal; without both, words alone never reach it. */
const WEIGHTS = { area: 0.45, time: 0.25, words: 0.3 } as const;
const HALF_LIFE_HOURS = 12;
const HOUR_MS = 3_600_000;
/** Strangers describe one fault in different words: a fifth in common is much. */
const FULL_LIKENESS = 0.2;
export const SAME_FAULT_FROM = 0.55;

/** Other reports that may be of the same fault, likeliest first: same category, near in place and time. */
export function sameFaults(report: FaultReport, others: readonly FaultReport[]): readonly SameFaultProposal[] {
  const words = unpackedSketch(report.words);
  return others
    .filter((other) => other.ticketId !== report.ticketId && other.category === report.category)
    .map((other) => ({ ticketId: other.ticketId, score: scoreOf(report, other, words) }))
    .filter(({ score }) => score >= SAME_FAULT_FROM)
    .sort((a, b) => b.score - a.score);
}

function scoreOf(report: FaultReport, other: FaultReport, words: WordSketch): number {
  const area = Number(report.area === other.area);
  const hours = Math.abs(Date.parse(report.at) - Date.parse(other.at)) / HOUR_MS;
  const time = 0.5 ** (hours / HALF_LIFE_HOURS);
  const alike = Math.min(1, likeness(words, unpackedSketch(other.words)) / FULL_LIKENESS);
  return WEIGHTS.area * area + WEIGHTS.time * time + WEIGHTS.words * alike;
}
