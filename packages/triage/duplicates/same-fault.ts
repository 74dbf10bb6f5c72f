import { similarity, wordPairs } from "./similarity.ts";

/** What is known of a report when others are compared with it. */
export interface FaultReport {
  readonly ticketId: string;
  readonly category: string;
  readonly area?: string;
  readonly text: string;
  readonly at: Date;
}

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

/** Open reports of other citizens that may be of the same fault, likeliest first: same category, near in place and time. */
export function sameFaults(report: FaultReport, open: readonly FaultReport[]): readonly SameFaultProposal[] {
  const pairs = wordPairs(report.text);
  return open
    .filter((other) => other.ticketId !== report.ticketId && other.category === report.category)
    .map((other) => ({ ticketId: other.ticketId, score: scoreOf(report, other, pairs) }))
    .filter(({ score }) => score >= SAME_FAULT_FROM)
    .sort((a, b) => b.score - a.score);
}

function scoreOf(report: FaultReport, other: FaultReport, pairs: ReadonlySet<string>): number {
  const bothKnown = report.area !== undefined && other.area !== undefined;
  const area = bothKnown ? Number(report.area === other.area) : 0;
  const hours = Math.abs(report.at.getTime() - other.at.getTime()) / HOUR_MS;
  const time = 0.5 ** (hours / HALF_LIFE_HOURS);
  const words = Math.min(1, similarity(pairs, wordPairs(other.text)) / FULL_LIKENESS);
  return WEIGHTS.area * area + WEIGHTS.time * time + WEIGHTS.words * words;
}
