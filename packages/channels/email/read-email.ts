import PostalMime, { type Attachment, type Email } from "postal-mime";
import { rawDeliveryOf } from "#channels/delivery-body";
import { automaticMail } from "#channels/email/automatic-mail";
import { emailIdentity } from "#channels/email/email-adapter";
import { addressSchema, type EmailBody } from "#channels/email/email-body";
import { htmlText } from "#channels/email/html-text";
import { ownWords } from "#channels/email/own-words";
import { cleanText } from "#channels/vietnamese-text";
import type { Pseudonym } from "#contracts/channel-adapter";
import type { Attachment as OurAttachment } from "#contracts/inbound-message";
import type { RawDelivery } from "#contracts/raw-delivery";

export interface EmailReading {
  readonly pseudonym: Pseudonym;
  /** Addresses that we write from: what comes from them goes in circles. */
  readonly ownAddresses: readonly string[];
}

/** Beyond this a mail is a document: it stays whole in the bucket. */
const LONGEST_TEXT = 100_000;
const LONGEST_HTML = 1_000_000;
/** Of a mail that nobody can read, as much as a queue takes; all of it stays in the bucket. */
const UNREAD_BYTES = 256 * 1024;
/** Deeper nesting and longer heads are made to stop a reader, not to be read. */
const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 } as const;
const REPLY = /^\s*((re|aw|sv|tl|trả lời)\s*:\s*)+/i;

const oneLine = (text: string) => cleanText(text.replace(/\s+/g, " "));

/** The subject is the citizen's own first words, unless it is ours that they answered to. */
function textOf({ subject = "", text, html, inReplyTo }: Email): string {
  const written = text ?? htmlText((html ?? "").slice(0, LONGEST_HTML));
  const body = cleanText(ownWords(written.slice(0, LONGEST_TEXT)));
  const title = oneLine(subject.slice(0, 1000));
  const isAnswer = REPLY.test(title) || inReplyTo !== undefined;
  return isAnswer || title === "" || body.startsWith(title) ? body : `${title}\n${body}`.trim();
}

function kindOf(mimeType: string): OurAttachment["kind"] {
  const [type] = mimeType.split("/");
  return type === "image" || type === "audio" || type === "video" ? type : "file";
}

/** Pictures that the text itself shows are mostly logos under a signature. */
function attachmentsOf(attachments: readonly Attachment[]): OurAttachment[] {
  return attachments
    .filter(({ related, disposition }) => !(related && disposition !== "attachment"))
    .map(({ filename, mimeType, content }) => ({
      kind: kindOf(mimeType),
      ...(filename ? { name: cleanText(filename).slice(0, 200) } : {}),
      contentType: mimeType.slice(0, 100),
      sizeBytes: typeof content === "string" ? content.length : content.byteLength,
    }));
}

/** The clock of the sender's machine counts unless it is ahead of ours or tells nothing. */
function sentAt(date: string | undefined, receivedAt: string): string {
  const written = Date.parse(date ?? "");
  return written <= Date.parse(receivedAt) ? new Date(written).toISOString() : receivedAt;
}

const bare = (messageId: string) => messageId.trim().replace(/^<|>$/g, "");

/** Of several senders, or of a group of them, the first. */
const addressOf = (email: Email | undefined) =>
  addressSchema.safeParse(email?.from?.address ?? email?.from?.group?.[0]?.address).data;

function bodyOf(email: Email, address: string, { ownAddresses }: EmailReading, receivedAt: string): EmailBody {
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
  const countOf = (name: string) => email.headers.filter(({ key }) => key === name).length;
  const automatic = automaticMail({ address, subject: email.subject ?? "", header, countOf }, ownAddresses);
  const name = oneLine(email.from?.name ?? "").slice(0, 200);
  return {
    from: { address, ...(name === "" ? {} : { name }) },
    ...(email.messageId === undefined ? {} : { messageId: bare(email.messageId) }),
    text: textOf(email),
    sentAt: sentAt(email.date, receivedAt),
    ...(email.inReplyTo === undefined ? {} : { inReplyTo: bare(email.inReplyTo).slice(0, 500) }),
    attachments: attachmentsOf(email.attachments),
    ...(automatic === undefined ? {} : { automatic }),
  };
}

/** The parsed mail; undefined when its nesting or its head is beyond every honest mail. */
async function parsed(raw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, LIMITS);
  } catch {
    return undefined;
  }
}

/**
 * A raw mail (MIME) out of our bucket as a delivery of `email`, for the function that the bucket calls.
 *
 * A mail without a readable sender travels as it came, so that it ends in quarantine and not nowhere.
 */
export async function readEmail(raw: Uint8Array, reading: EmailReading, receivedAt: string): Promise<RawDelivery> {
  const email = await parsed(raw);
  const address = addressOf(email);
  const isMail = email !== undefined && address !== undefined;
  const body = isMail
    ? Buffer.from(JSON.stringify(bodyOf(email, address, reading, receivedAt)), "utf8")
    : raw.subarray(0, UNREAD_BYTES);
  const request = { method: "POST", path: "", query: "", headers: {}, body };
  return rawDeliveryOf(request, "email", emailIdentity(request, reading.pseudonym), receivedAt);
}
