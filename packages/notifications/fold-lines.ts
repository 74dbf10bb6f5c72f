import type { Folded, FoldedLine } from "#notifications/storm";

const severity: Readonly<Record<FoldedLine["kind"], number>> = {
  emergency: 4,
  escalated: 3,
  "incident-proposed": 3,
  breached: 2,
  "delivery-failed": 1,
  warned: 0,
};

/** The higher rung first, then the later. */
function worse(a: FoldedLine, b: FoldedLine): number {
  return severity[b.kind] - severity[a.kind] || b.lateByMs - a.lateByMs || a.id.localeCompare(b.id);
}

/** What was folded so far, with more lines counted in and only the worst ones kept by name. */
export function foldLines(sofar: Folded | undefined, lines: readonly FoldedLine[], worstCount: number): Folded {
  const count = (kind: FoldedLine["kind"]): number => lines.filter((line) => line.kind === kind).length;
  const [warned, breached, escalated] = [count("warned"), count("breached"), count("escalated")];
  return {
    warned: (sofar?.warned ?? 0) + warned,
    breached: (sofar?.breached ?? 0) + breached,
    escalated: (sofar?.escalated ?? 0) + escalated,
    other: (sofar?.other ?? 0) + lines.length - warned - breached - escalated,
    worst: [...(sofar?.worst ?? []), ...lines].toSorted(worse).slice(0, worstCount),
  };
}

/** How many alerts were folded. */
export function foldedTotal({ warned, breached, escalated, other }: Folded): number {
  return warned + breached + escalated + other;
}
