/**
 * Every error code that any of our APIs answers, with its HTTP status and title: the one registry.
 *
 * Codes are stable: clients may branch on them.
 */
export const problems = {
  "invalid-input": { status: 422, title: "The input is not what is expected" },
  "malformed-json": { status: 400, title: "The body is not JSON" },
  "invalid-cursor": { status: 400, title: "The cursor is not one of ours" },
  unauthenticated: { status: 401, title: "A valid token is needed" },
  "forged-signature": { status: 401, title: "The signature does not prove the origin" },
  forbidden: { status: 403, title: "This role or agency may not do that" },
  "not-found": { status: 404, title: "There is nothing here" },
  "unknown-vendor": { status: 404, title: "No channel of this name is connected" },
  conflict: { status: 409, title: "Somebody else changed it at the same moment" },
  "not-allowed-now": { status: 409, title: "The ticket's status does not allow this" },
  "stale-version": { status: 412, title: "The ticket has changed since it was read" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "This content type is not understood" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  unavailable: { status: 503, title: "Something we need does not answer" },
  "internal-error": { status: 500, title: "Something failed on our side" },
} as const;

export type ProblemCode = keyof typeof problems;

export interface ProblemFieldError {
  readonly path: string;
  readonly message: string;
}

/** An RFC 9457 problem document. Never a stack, never another person's data. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly ProblemFieldError[];
}

export function problem(code: ProblemCode, detail: string, errors?: readonly ProblemFieldError[]): Problem {
  const { status, title } = problems[code];
  return {
    type: `urn:hotline1022:problem:${code}`,
    title,
    status,
    code,
    detail,
    ...(errors === undefined ? {} : { errors }),
  };
}

/** The problem as a web Response. */
export function problemResponse(
  code: ProblemCode,
  detail: string,
  errors?: readonly ProblemFieldError[],
  headers: Record<string, string> = {},
): Response {
  const body = problem(code, detail, errors);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "content-type": "application/problem+json; charset=utf-8", ...headers },
  });
}

/** Ends a request with a problem from wherever it is found out. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly errors: readonly ProblemFieldError[] | undefined;

  constructor(code: ProblemCode, detail: string, errors?: readonly ProblemFieldError[]) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }

  toResponse(): Response {
    return problemResponse(this.code, this.message, this.errors);
  }
}
