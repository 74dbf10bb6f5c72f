import { normalise } from "#triage/text/normalise";
import { PhraseBook } from "#triage/text/phrase-book";
import type { Token } from "#triage/text/tokens";

/** Whether any of the phrases stands in a text; they pass the same steps as the text. */
export function phraseFinder(phrases: readonly string[]): (tokens: readonly Token[]) => boolean {
  const book = PhraseBook.of(phrases.map((phrase) => [normalise(phrase).plain, true] as const));
  return (tokens) => book.findAll(tokens).length > 0;
}
