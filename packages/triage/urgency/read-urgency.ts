import { type Urgency, urgencySchema } from "#contracts/words";
import type { Judgement } from "#triage/learned/judge";
import type { Choice } from "#triage/reading";

/**
 * An emergency is believed long before it is the likelier reading: a false alarm costs a supervisor a minute, a missed
 * one a life. Chosen on the totals of the held-back texts, for a false alarm in thirty-five.
 */
const EMERGENCY_FROM = 0.16;

/**
 * How urgent a matter is: an emergency from `EMERGENCY_FROM` on, else the likeliest of the other three. Two heads look
 * for the emergency, one among all urgencies and one for it alone; what both see is surer than what one sees.
 */
export function readUrgency(urgency: Judgement, emergency: Judgement): Choice<Urgency> {
  const danger = (dangerIn(urgency) + dangerIn(emergency)) / 2;
  if (danger >= EMERGENCY_FROM) return { value: "emergency", confidence: danger };
  const calm = urgency.find(({ value }) => value !== "emergency");
  return { value: urgencySchema.catch("normal").parse(calm?.value), confidence: calm?.confidence ?? 0 };
}

function dangerIn(judged: Judgement): number {
  return judged.find(({ value }) => value === "emergency")?.confidence ?? 0;
}
