import { similarity, wordPairs } from "./similarity.ts";

/** A message already on a ticket. */
export interface EarlierMessage {
  readonly ticketId: string;
  readonly text: string;
  readonly at: Date;
}

/** How long a double tap on "send" and the same words on a second channel lie apart at most. */
const SAME_WITHIN_MS = 48 * 3_600_000;
/** Beyond this likeness the texts differ by a greeting or a typing slip. */
const SAME_FROM = 0.8;

/** The ticket on which this citizen has already said nearly the same within two days; undefined when it is news. */
export function sameMessage(
  text: string,
  at: Date,
  earlier: readonly EarlierMessage[],
): { readonly ticketId: string; readonly score: number } | undefined {
  const pairs = wordPairs(text);
  const scored = earlier
    .filter((message) => Math.abs(at.getTime() - message.at.getTime()) <= SAME_WITHIN_MS)
    .map(({ ticketId, text: before }) => ({ ticketId, score: similarity(pairs, wordPairs(before)) }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  return best !== undefined && best.score >= SAME_FROM ? best : undefined;
}
