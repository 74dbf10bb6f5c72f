import { OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { Logger } from "#platform/logger";
import { ProblemError, problemResponse, problems } from "#platform/problem";

/** What every refusal of ours looks like in the OpenAPI document. */
const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.enum(Object.keys(problems) as [keyof typeof problems]),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

const content = { "application/problem+json": { schema: problemSchema } };

/** The refusals that any route may answer, for `responses` of a route. */
export const refusals = {
  400: { description: "Not JSON, or a cursor that is not ours", content },
  401: { description: "No valid token", content },
  403: { description: "This role or agency may not do that", content },
  404: { description: "There is nothing here", content },
  409: { description: "The ticket's status does not allow this, or somebody else was first", content },
  412: { description: "The ticket has changed since it was read", content },
  413: { description: "The body is too large", content },
  422: { description: "The input is not what is expected; `errors` says where", content },
  429: { description: "Too many requests", content },
} as const;

export const jsonOf = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

/** An API whose invalid input, unknown paths and faults are answered as problem documents. */
export function api<E extends object>(
  logger: Logger,
  domainProblem: (error: unknown) => Response | undefined,
): OpenAPIHono<E> {
  const app = new OpenAPIHono<E>({
    defaultHook: (result) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
      return problemResponse(
        "invalid-input",
        `Not what is expected: ${errors.map(({ path }) => path || result.target).join(", ")}`,
        errors,
      );
    },
  });
  app.notFound(() => problemResponse("not-found", "There is no such address here"));
  app.onError((error) => {
    const answer = error instanceof ProblemError ? error.toResponse() : (domainProblem(error) ?? malformedJson(error));
    if (answer !== undefined) return answer;
    logger.error("request failed", { error });
    return problemResponse("internal-error", "Try again; if it goes on, tell the operators the time");
  });
  return app;
}

/** Hono says so when a body announced as JSON is none. */
function malformedJson(error: Error): Response | undefined {
  return "status" in error && error.status === 400
    ? problemResponse("malformed-json", "The body is announced as JSON and is none")
    : undefined;
}
