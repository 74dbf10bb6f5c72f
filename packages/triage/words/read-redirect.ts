import type { Redirect } from "#triage/reading";
import type { Token } from "#triage/text/tokens";
import type { Lexicon } from "./lexicon.ts";

const ENOUGH = 1.7;
/** Under the laws on complaints and denunciations, not under the hotline's clocks. */
const UNDER_OWN_LAW = "khieu_nai_to_cao";
/** The category without a matter for an agency: only there are spam, scams and press what the message is. */
const NO_MATTER = "khac";
const LONGEST_STOP = 6;

/** Whether a text is something else than a matter for an agency, and what. */
export function redirectReader(lexicon: Lexicon) {
  return (tokens: readonly Token[], category: string, urgency: string, outside?: string): Redirect | undefined => {
    if (outside !== undefined) return "other-province";
    const { scores } = lexicon.hear(tokens);
    const scoreOf = (label: string) => scores[lexicon.labels.indexOf(label)] ?? 0;
    if (category === UNDER_OWN_LAW)
      return scoreOf("complaint") > scoreOf("denunciation") ? "complaint" : "denunciation";
    const fitting = lexicon.labels.filter(
      (label) => scoreOf(label) >= ENOUGH && fits(label, tokens, category, urgency),
    );
    return fitting.sort((a, b) => scoreOf(b) - scoreOf(a))[0] as Redirect | undefined;
  };
}

function fits(label: string, tokens: readonly Token[], category: string, urgency: string): boolean {
  if (label === "complaint" || label === "denunciation") return false;
  if (label === "stop") return tokens.length <= LONGEST_STOP;
  if (label === "thanks") return urgency === "low";
  return label === "follow-up" || label === "data-rights" || category === NO_MATTER;
}
