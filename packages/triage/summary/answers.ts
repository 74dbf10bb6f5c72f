import type { Transcript } from "#contracts/inbound-message";

type Turn = Transcript["turns"][number];

const isOurs = ({ speaker }: Turn) => speaker === "agent" || speaker === "bot";

/** What the caller said, turn by turn; a voice that nobody knows counts as the caller's. */
export function callersTurns({ turns }: Transcript): readonly Turn[] {
  return turns.filter((turn) => !isOurs(turn));
}

/** An agent lets the caller speak on with "dạ" and repeats what was heard; more turns than this are another subject. */
const MOST_TURNS = 4;

/**
 * The caller's turns that answer a question, each with what was said in answer so far: a number is often given in pieces,
 * with the agent's "dạ" between.
 */
export function answersTo(question: RegExp, { turns }: Transcript): readonly (readonly Turn[])[] {
  return turns.flatMap((turn, at) => {
    if (!isOurs(turn) || !question.test(turn.text)) return [];
    const after = turns.slice(at + 1);
    const nextQuestion = after.findIndex((later) => isOurs(later) && asksAnything(later.text));
    const answer = (nextQuestion === -1 ? after : after.slice(0, nextQuestion)).filter((later) => !isOurs(later));
    return answer.length === 0 ? [] : [answer.slice(0, MOST_TURNS)];
  });
}

/** Three words are a sign that one listens; what is longer leads the talk on. */
const asksAnything = (text: string): boolean => text.trim().split(/\s+/).length > 3;
