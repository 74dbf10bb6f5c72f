import type * as z from "zod";
import { problem } from "#platform/problem";
import type { HttpAnswer } from "./gateway-answer.ts";

/** The problem document for a query that is not as expected. */
export function invalidInput(error: z.ZodError): HttpAnswer {
  const errors = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const document = problem("invalid-input", "The query is not what is expected", errors);
  return {
    status: document.status,
    headers: [["content-type", "application/problem+json; charset=utf-8"]],
    body: Buffer.from(JSON.stringify(document)),
  };
}
