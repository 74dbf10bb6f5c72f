import { normalise } from "#triage/text/normalise";
import { PhraseBook } from "#triage/text/phrase-book";
import type { Token } from "#triage/text/tokens";

/** Whether any of the phrases stands in a text; they pass the same steps as the text, with the first that is read. */
export function phraseFinder(phrases: readonly string[]): (tokens: readonly Token[]) => boolean {
  let book: PhraseBook<true> | undefined;
  return (tokens) => {
    book ??= PhraseBook.of(phrases.map((phrase) => [normalise(phrase).plain, true] as const));
    return book.findAll(tokens).length > 0;
  };
}
