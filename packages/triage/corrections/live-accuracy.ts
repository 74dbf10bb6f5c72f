import type { Correction } from "./correction.ts";
import type { ReadByTriage } from "./read-by-triage.ts";

/** How often people found right what triage had read, of one part of the reading. */
export interface LiveAccuracy {
  readonly of: keyof ReadByTriage;
  readonly how: Correction["how"];
  readonly right: number;
  readonly judged: number;
}

const PARTS = ["category", "urgency", "place"] as const;

/**
 * Counts what agents said apart from what they only let stand: the first is the honest figure and looks worse than
 * triage is, because people speak up where something is wrong; the second looks better, because not all look.
 */
export function liveAccuracy(corrections: readonly Correction[]): readonly LiveAccuracy[] {
  return (["classified", "kept"] as const).flatMap((how) =>
    PARTS.map((of) => {
      const judged = corrections.filter((one) => one.how === how && one.read[of] !== undefined);
      return { of, how, right: judged.filter((one) => isRight(one, of)).length, judged: judged.length };
    }),
  );
}

/** Asking which of several places is right when the right one is among them. */
function isRight({ read, request }: Correction, of: keyof ReadByTriage): boolean {
  if (of !== "place") return read[of] === request[of];
  const candidates = read.place?.split(" | ") ?? [];
  return candidates.length === 0 ? request.place === null : candidates.includes(request.place ?? "");
}
