import * as z from "zod";
import { type Gist, gistSchema } from "#contracts/gist";

/** The model answered, and not with a gist. What it said stays out of the message: it may repeat the call. */
class UnusableAnswerError extends Error {
  override readonly name = "UnusableAnswerError";
  readonly isSafeToLog = true;
}

const converseSchema = z.object({
  stopReason: z.string(),
  output: z.object({ message: z.object({ content: z.array(z.object({ text: z.string().optional() })) }) }),
});

/** The gist in an answer of Converse: the whole answer is one JSON object of the form we asked for, or it is refused. */
export function gistAnswer(body: unknown): Gist {
  const answer = converseSchema.safeParse(body).data;
  if (answer === undefined) throw new UnusableAnswerError("expected an answer of Converse");
  if (answer.stopReason !== "end_turn") throw new UnusableAnswerError("the answer was not finished");
  const text = answer.output.message.content.map((block) => block.text ?? "").join("");
  const gist = gistSchema.safeParse(jsonIn(text)).data;
  if (gist === undefined) throw new UnusableAnswerError("expected a title of 100 characters and at most three lines");
  return gist;
}

/** Models like to put a fence around JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ""));
  } catch {
    return undefined;
  }
}
