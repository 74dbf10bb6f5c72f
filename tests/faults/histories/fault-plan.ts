import type { SeededRandom } from "../seeded-random.ts";
import type { OutsideCall } from "./dynamo-interference.ts";

export const faultKinds = [
  "throttled",
  "conflict",
  "timed-out-before",
  "timed-out-after",
  "stale",
  "dies-before",
  "dies-after",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** `lasting`: the SDK's second attempt meets it too, so that the function gets to see it. */
export interface Fault {
  readonly kind: FaultKind;
  readonly lasting: boolean;
}

/** What happens to a call; nothing where it is undefined. */
export type FaultPlan = (call: OutsideCall) => Fault | undefined;

export const noFaults: FaultPlan = () => undefined;

const writes = new Set(["TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem"]);

/** Which faults can befall a call at all. */
function possible({ to, name, input }: OutsideCall): readonly [FaultKind, ...FaultKind[]] {
  if (to !== "dynamodb") return ["timed-out-before", "timed-out-after", "dies-before", "dies-after"];
  if (input?.["IndexName"] !== undefined) return ["throttled", "stale", "stale", "dies-before"];
  if (writes.has(name)) {
    return [
      "throttled",
      "conflict",
      "timed-out-before",
      "timed-out-after",
      "timed-out-after",
      "dies-before",
      "dies-after",
    ];
  }
  return ["throttled", "timed-out-before", "dies-before"];
}

/** About `percent` of all calls meet a fault of their kind. */
export function randomFaults(random: SeededRandom, percent: number): FaultPlan {
  return (call) => {
    if (random.whole(1000) >= percent * 10) return undefined;
    return { kind: random.pick(possible(call)), lasting: random.whole(2) === 0 };
  };
}

/** The process ends at its nth call to the table, counted from 0; `reached` tells whether there was one. */
export function deathAt(nth: number, kind: "dies-before" | "dies-after"): { plan: FaultPlan; reached: () => boolean } {
  let calls = 0;
  const plan: FaultPlan = () => (calls++ === nth ? { kind, lasting: false } : undefined);
  return { plan, reached: () => calls > nth };
}
