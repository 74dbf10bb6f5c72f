import * as z from "zod";
import { onlyGiven } from "#channels/only-given";
import { splitText } from "#channels/zalo/split-text";
import { callZalo, type ZaloAnswer, type ZaloApiSettings } from "#channels/zalo/zalo-api";
import { unsaid, zaloHistory } from "#channels/zalo/zalo-history";
import { oaCodes, zaloOutcome } from "#channels/zalo/zalo-outcome";
import type { OutboundDelivery, Sender, SendOutcome } from "#contracts/outbound-message";

export interface ZaloSenderSettings extends ZaloApiSettings {
  /** https://openapi.zalo.me, or where the vendor double is. */
  readonly apiUrl: string;
  readonly now: () => Date;
}

/** Zalo's limit of one message. */
const LONGEST_MESSAGE = 2000;

const sentSchema = z.object({ message_id: z.coerce.string() });

/** A user id, or `<anonymous id>:<conversation id>` of a visitor who is not logged in. */
function recipientOf(to: string) {
  const colon = to.indexOf(":");
  if (colon === -1) return { path: "/v3.0/oa/message/cs", recipient: { user_id: to } };
  const [anonymous_id, conversation_id] = [to.slice(0, colon), to.slice(colon + 1)];
  return { path: "/v2.0/oa/message", recipient: { anonymous_id, conversation_id } };
}

function sendPart(to: string, text: string, settings: ZaloSenderSettings): Promise<ZaloAnswer> {
  const { path, recipient } = recipientOf(to);
  const body = JSON.stringify({ recipient, message: { text } });
  return callZalo(`${settings.apiUrl}${path}`, { method: "POST", body }, settings);
}

const isAnonymous = (to: string) => to.includes(":");

/** Which parts of a long message an earlier attempt has brought through: those are not said twice. */
async function missingParts({ to, text, attemptedAt }: OutboundDelivery, settings: ZaloSenderSettings) {
  const parts = splitText(text, LONGEST_MESSAGE);
  if (parts.length === 1 || isAnonymous(to) || attemptedAt === undefined) return { parts };
  const history = await zaloHistory(to, new Date(attemptedAt), settings);
  if (history.kind !== "texts") return { failed: history };
  return { parts: unsaid(parts, history.texts) };
}

/**
 * What to say when a part did not go through. Where Zalo can be asked and some of the message may be with the citizen,
 * this throws: the message stays claimed, and the next attempt asks first and says only what is missing.
 */
function brokenOff(
  answer: Exclude<ZaloAnswer, { kind: "done" }>,
  isFirst: boolean,
  to: string,
  now: Date,
): SendOutcome {
  const outcome = zaloOutcome(answer, oaCodes, now);
  const mayBeThere = outcome.kind === "unknown" || (outcome.kind === "retry" && !isFirst);
  if (!mayBeThere) return outcome;
  if (isAnonymous(to)) return { kind: "unknown", reason: outcome.reason };
  throw new Error(`Zalo may have taken the message or a part of it: ${outcome.reason}`);
}

async function send(delivery: OutboundDelivery, settings: ZaloSenderSettings): Promise<SendOutcome> {
  const { parts, failed } = await missingParts(delivery, settings);
  if (failed !== undefined) throw new Error("Zalo could not be asked what was sent; it may be in a moment");
  let lastId: string | undefined;
  for (const [index, part] of parts.entries()) {
    const answer = await sendPart(delivery.to, part, settings);
    if (answer.kind !== "done") return brokenOff(answer, index === 0, delivery.to, settings.now());
    const sent = sentSchema.safeParse(answer.data);
    lastId = sent.success ? sent.data.message_id : lastId;
  }
  return { kind: "sent", ...onlyGiven({ vendorMessageId: lastId }) };
}

/** Nothing is guessed: where Zalo cannot be asked now, the asker tries again; where it does not tell, nobody knows. */
async function wasSent({ to, text, attemptedAt }: OutboundDelivery, settings: ZaloSenderSettings) {
  if (isAnonymous(to)) return "unknown";
  const since = attemptedAt === undefined ? undefined : new Date(attemptedAt);
  const history = await zaloHistory(to, since, settings);
  if (history.kind !== "texts") {
    const outcome = zaloOutcome(history, oaCodes, settings.now());
    if (history.kind === "error" && outcome.kind !== "retry") return "unknown";
    throw new Error("Zalo could not be asked what was sent; it may be in a moment");
  }
  return unsaid(splitText(text, LONGEST_MESSAGE), history.texts).length === 0 ? "yes" : "no";
}

/**
 * Consultation messages of the Official Account: free text to a citizen who wrote within seven days, or to a visitor in
 * the conversation they opened.
 */
export function zaloSender(settings: ZaloSenderSettings): Sender {
  return {
    channel: "zalo",
    send: (delivery) => send(delivery, settings),
    wasSent: (delivery) => wasSent(delivery, settings),
  };
}
