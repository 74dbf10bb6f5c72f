import type { Urgency } from "#contracts/words";
import { urgencySchema } from "#contracts/words";
import type { Judgement } from "#triage/learned/judge";
import type { Choice } from "#triage/reading";

/**
 * An emergency is believed long before it is the likeliest reading: a false alarm costs a supervisor a minute, a missed
 * one a life. Chosen by cross-validation: no emergency of the training texts lies below, and few other texts above.
 */
const EMERGENCY_FROM = 0.3;

/** How urgent a matter is; `emergency` wins from `EMERGENCY_FROM` on, else the likeliest of the other three. */
export function readUrgency(judged: Judgement): Choice<Urgency> {
  const emergency = judged.find(({ value }) => value === "emergency")?.confidence ?? 0;
  if (emergency >= EMERGENCY_FROM) return { value: "emergency", confidence: emergency };
  const calm = judged.find(({ value }) => value !== "emergency");
  return { value: urgencySchema.catch("normal").parse(calm?.value), confidence: calm?.confidence ?? 0 };
}
