import { likeness, wordSketch } from "./word-sketch.ts";

/** The message that opened a ticket of a citizen. */
export interface FirstMessage {
  readonly ticketId: string;
  readonly text: string;
  readonly at: Date;
}

export interface SameMessageProposal {
  readonly ticketId: string;
  readonly score: number;
}

/** How long a double tap on "send" and the same words on a second channel lie apart at most. */
export const SAME_WITHIN_MS = 48 * 3_600_000;
/** Beyond this likeness the texts differ by a greeting or a typing slip. */
const SAME_FROM = 0.8;

/** The tickets on which this citizen has said nearly the same within two days, likeliest first; none when it is news. */
export function sameMessages(message: FirstMessage, others: readonly FirstMessage[]): readonly SameMessageProposal[] {
  const words = wordSketch(message.text);
  return others
    .filter(({ ticketId }) => ticketId !== message.ticketId)
    .filter(({ at }) => Math.abs(message.at.getTime() - at.getTime()) <= SAME_WITHIN_MS)
    .map(({ ticketId, text }) => ({ ticketId, score: likeness(words, wordSketch(text)) }))
    .filter(({ score }) => score >= SAME_FROM)
    .sort((a, b) => b.score - a.score);
}
