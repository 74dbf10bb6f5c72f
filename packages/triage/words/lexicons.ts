import type { CompiledWords } from "./compiled-words.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import { signLexiconOf } from "./sign-lexicon.ts";

/** The compiled word lists of the three judgements, by the names of the model's heads. */
export type Lexicons = Readonly<Record<"category" | "urgency" | "emergency", Lexicon>>;

export function lexiconsOf(words: CompiledWords): Lexicons {
  return {
    category: lexiconOf(words.categories),
    urgency: lexiconOf(words.urgencies),
    emergency: signLexiconOf(words.emergencies),
  };
}
