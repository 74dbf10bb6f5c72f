/** What of a mail tells a person from a machine. Header names in lower case. */
export interface MailHead {
  readonly address: string;
  readonly subject: string;
  readonly header: (name: string) => string | undefined;
  readonly countOf: (name: string) => number;
}

const MACHINES = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|notifications?)([+.-].*)?@/;
const AUTOMATIC_SUBJECT = /^(auto(matic)? ?(reply|response)|out of office|trả lời tự động|thư trả lời tự động)\b/i;
const BULK = /^\s*(bulk|junk|list|auto_reply)\b/i;
/** A mail passes three to eight servers; one that passed this many goes in circles. */
const MOST_HOPS = 25;

/** RFC 3834: everything but "no" was sent by a program. */
const isAutoSubmitted = (value: string | undefined) => value !== undefined && !/^\s*no\b/i.test(value);

const isAutoReply = ({ header, subject }: MailHead) =>
  isAutoSubmitted(header("auto-submitted")) ||
  ["x-autoreply", "x-autorespond", "x-auto-reply"].some((name) => header(name) !== undefined) ||
  AUTOMATIC_SUBJECT.test(subject);

const isBounce = ({ header }: MailHead) =>
  header("return-path")?.trim() === "<>" || /^\s*multipart\/report\b/i.test(header("content-type") ?? "");

const isBulk = ({ header }: MailHead) =>
  BULK.test(header("precedence") ?? "") || ["list-id", "list-unsubscribe"].some((name) => header(name) !== undefined);

/** Amazon SES puts its verdict on top of the mail; "GRAY" and "PROCESSING_FAILED" are no verdict. */
const isHarmful = ({ header }: MailHead) =>
  ["x-ses-spam-verdict", "x-ses-virus-verdict"].some((name) => header(name)?.trim().toUpperCase() === "FAIL");

/**
 * Why a mail is not a citizen's; undefined when it is.
 *
 * Answering a machine starts a loop: it answers our acknowledgement, and we acknowledge that.
 */
export function automaticMail(mail: MailHead, ownAddresses: readonly string[]): string | undefined {
  if (ownAddresses.some((own) => own.toLowerCase() === mail.address)) return "sent by ourselves";
  if (isHarmful(mail)) return "spam or virus";
  if (isBounce(mail)) return "delivery report";
  if (isAutoReply(mail)) return "automatic reply";
  if (isBulk(mail)) return "bulk mail";
  if (MACHINES.test(mail.address)) return "sent by a machine";
  return mail.countOf("received") > MOST_HOPS ? "mail loop" : undefined;
}
