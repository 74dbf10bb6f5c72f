import { PhraseBook } from "#triage/text/phrase-book";
import type { Token } from "#triage/text/tokens";

const QUESTIONS = PhraseBook.of(
  (
    "thuộc xã nào, thuộc phường nào, thuộc về xã nào, thuộc về phường nào, thuộc xã gì, thuộc phường gì, về xã nào, về phường nào, lên xã nào, lên phường nào, " +
    "là xã nào, là phường nào, là xã gì, là phường gì, qua xã nào, vô xã nào, vào xã nào, nhập về đâu, sáp nhập về đâu, sát nhập về đâu"
  )
    .split(", ")
    .map((phrase) => [phrase, true] as const),
);

/** "Hồi đó là xã Phú Phong, giờ thuộc xã nào": the old name is what is asked about, not where something is the matter. */
export function asksWhichUnit(tokens: readonly Token[]): boolean {
  return QUESTIONS.findAll(tokens).length > 0;
}
