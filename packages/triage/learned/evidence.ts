import { type NormalText, normalise } from "#triage/text/normalise";
import { type Token, tokensOf } from "#triage/text/tokens";
import type { Heard, Lexicon } from "#triage/words/lexicon";
import { featuresOf, phraseFeature, signFeature } from "./features.ts";

/** What a text gives to judge by: its words, what the word lists heard, and its features. The same in training. */
export interface Evidence {
  readonly normal: NormalText;
  readonly tokens: readonly Token[];
  readonly heard: Readonly<Record<string, Heard>>;
  readonly features: ReadonlySet<number>;
}

/** Reads a text once for all heads. `lexicons` by the name of their head. */
export function evidenceOf(text: string, lexicons: Readonly<Record<string, Lexicon>>): Evidence {
  const { normal, tokens } = wordsHeard(text);
  const heard = Object.fromEntries(Object.entries(lexicons).map(([head, lexicon]) => [head, lexicon.hear(tokens)]));
  const features = new Set(featuresOf(normal.plain));
  for (const [head, { marks }] of Object.entries(heard)) {
    for (const mark of marks) features.add(head === "category" ? phraseFeature(mark) : signFeature(mark));
  }
  for (const mark of topicMarks(heard, lexicons)) features.add(signFeature(mark));
  return { normal, tokens, heard, features };
}

/** The words of a text as the lists hear them: their phrases passed the same steps. */
export function wordsHeard(text: string): Pick<Evidence, "normal" | "tokens"> {
  const normal = normalise(text);
  return { normal, tokens: tokensOf(normal.plain, normal.written) };
}

const KIND = "kind ";

/** The topic that the words name, alone and with each kind of sign: a power cut at night weighs unlike noise at night. */
function topicMarks(heard: Evidence["heard"], lexicons: Readonly<Record<string, Lexicon>>): readonly string[] {
  const scores = heard["category"]?.scores ?? [];
  const best = Math.max(...scores);
  if (!(best > 0)) return [];
  const topic = `topic ${lexicons["category"]?.labels[scores.indexOf(best)] ?? ""}`;
  const kinds = (heard["emergency"]?.marks ?? []).filter((mark) => mark.startsWith(KIND));
  return [topic, ...kinds.map((kind) => `${topic} ${kind}`)];
}
