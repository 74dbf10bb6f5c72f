import type { SendOutcome } from "#contracts/outbound-message";

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

/** Our account or domain: every e-mail fails until somebody acts, so people are told another way. */
const ACCOUNT_FAULTS = new Set([
  "AccountSuspendedException",
  "SendingPausedException",
  "MailFromDomainNotVerifiedException",
  "NotFoundException",
  "AccessDeniedException",
]);
const REFUSED = new Set(["MessageRejected", "BadRequestException"]);
const THROTTLED = new Set(["TooManyRequestsException", "LimitExceededException", "ThrottlingException"]);
const NOT_REACHED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/**
 * What an error of SES means for the message. Names, because an error that crossed a bundle is no instance of its class.
 *
 * Only the name becomes the reason: SES repeats addresses in its messages.
 */
export function sesFault(error: unknown): SendOutcome {
  if (!(error instanceof Error)) return { kind: "unknown", reason: "ses" };
  const { name, message } = error;
  const reason = `ses ${name}`;
  if (THROTTLED.has(name)) return { kind: "retry", reason, afterMs: /daily/i.test(message) ? HOUR_MS : SECOND_MS };
  if (REFUSED.has(name)) return { kind: "refused", reason };
  if (ACCOUNT_FAULTS.has(name)) return { kind: "unreachable", reason };
  const code = "code" in error ? String(error.code) : "";
  return NOT_REACHED.has(code) ? { kind: "retry", reason: `ses ${code}` } : { kind: "unknown", reason };
}
