import { type NormalText, normalise } from "#triage/text/normalise";
import { type Token, tokensOf } from "#triage/text/tokens";
import type { Heard, Lexicon } from "#triage/words/lexicon";
import { featuresOf, phraseFeature } from "./features.ts";

/** What a text gives to judge by: its words, what the word lists heard, and its features. The same in training. */
export interface Evidence {
  readonly normal: NormalText;
  readonly tokens: readonly Token[];
  readonly heard: Readonly<Record<string, Heard>>;
  readonly features: ReadonlySet<number>;
}

/** Reads a text once for all heads. `lexicons` by the name of their head. */
export function evidenceOf(text: string, lexicons: Readonly<Record<string, Lexicon>>): Evidence {
  const normal = normalise(text);
  const tokens = tokensOf(normal.plain, normal.written);
  const heard = Object.fromEntries(Object.entries(lexicons).map(([head, lexicon]) => [head, lexicon.hear(tokens)]));
  const features = new Set(featuresOf(normal.plain));
  for (const { marks } of Object.values(heard)) for (const mark of marks) features.add(phraseFeature(mark));
  return { normal, tokens, heard, features };
}
