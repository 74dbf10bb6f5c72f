import * as z from "zod";
import { esmsSender } from "#channels/sms/esms-sender";
import { zaloSender } from "#channels/zalo/zalo-sender";
import type { OutboundChannel, Sender, SendOutcome } from "#contracts/outbound-message";
import type { SeededRandom } from "../seeded-random.ts";
import { outside } from "./dynamo-interference.ts";

/** What a vendor took, and so what somebody was told. */
export interface Taken {
  readonly channel: OutboundChannel;
  readonly to: string;
  readonly text: string;
  readonly at: number;
  /** Our message's id, where the vendor is told it. */
  readonly messageId?: string;
  readonly vendorMessageId: string;
}

export interface Vendors {
  readonly taken: readonly Taken[];
  /** The product's own senders in front of the vendors; `now` is the clock of the function that sends. */
  senders(now: () => Date): ReadonlyMap<OutboundChannel, Sender>;
}

export interface VendorsParts {
  /** The vendors' own clock, which is right. */
  readonly clock: () => number;
  readonly random: SeededRandom;
  /** Of a hundred calls so many are answered with an error. */
  readonly errors: () => number;
}

const esmsRequest = z.object({ RequestId: z.string(), Phone: z.string(), Content: z.string() });
const zaloRequest = z.object({ recipient: z.object({ user_id: z.string() }), message: z.object({ text: z.string() }) });
const zaloQuestion = z.object({ user_id: z.string(), offset: z.number(), count: z.number() });

/**
 * Vendors that remember what they took: eSMS takes each RequestId once, Zalo can be asked what it took, and an e-mail
 * once handed over is gone.
 */
export function vendors({ clock, random, errors }: VendorsParts): Vendors {
  const taken: Taken[] = [];
  const fails = () => random.whole(100) < errors();
  const take = (what: Omit<Taken, "at" | "vendorMessageId">) => {
    const vendorMessageId = `${what.channel}-${taken.length + 1}`;
    taken.push({ ...what, at: clock(), vendorMessageId });
    return vendorMessageId;
  };

  const esms = (body: string) => {
    const { RequestId: messageId, Phone: to, Content: text } = esmsRequest.parse(JSON.parse(body));
    if (fails()) return Response.json({ CodeResult: random.pick(["101", "140", "99"]) });
    if (taken.some((known) => known.messageId === messageId)) return Response.json({ CodeResult: "124" });
    return Response.json({ CodeResult: "100", SMSID: take({ channel: "sms", to, text, messageId }) });
  };
  const zaloTake = (body: string) => {
    const { recipient, message } = zaloRequest.parse(JSON.parse(body));
    if (fails()) return Response.json({ error: random.pick([-32, -200, -213]), message: "" });
    const message_id = take({ channel: "zalo", to: recipient.user_id, text: message.text });
    return Response.json({ error: 0, message: "Success", data: { message_id } });
  };
  const zaloHistory = (url: URL) => {
    const { user_id, offset, count } = zaloQuestion.parse(JSON.parse(url.searchParams.get("data") ?? ""));
    const theirs = taken.filter(({ channel, to }) => channel === "zalo" && to === user_id).toReversed();
    const data = theirs.slice(offset, offset + count).map(({ text, at }) => ({ src: 0, time: at, message: text }));
    return Response.json({ error: 0, message: "Success", data });
  };
  const zalo: typeof fetch = (url, request) =>
    outside({ to: "zalo", name: request?.method === "POST" ? "send" : "ask" }, async () =>
      request?.method === "POST" ? zaloTake(String(request.body)) : zaloHistory(new URL(String(url))),
    );
  const email: Sender = {
    channel: "email",
    async send({ to, text, messageId }): Promise<SendOutcome> {
      if (fails()) return { kind: "retry", reason: "ses ThrottlingException" };
      try {
        const send = async () => take({ channel: "email", to, text, messageId });
        return { kind: "sent", vendorMessageId: await outside({ to: "email", name: "send" }, send) };
      } catch (error) {
        if (error instanceof Error && error.name === "TimeoutError")
          return { kind: "unknown", reason: "ses TimeoutError" };
        throw error;
      }
    },
    wasSent: async () => "unknown",
  };

  return {
    taken,
    senders(now) {
      const sms = esmsSender({
        apiUrl: "https://esms.example",
        apiKey: "key",
        secretKey: "secret",
        brandname: "TD1022",
        fetch: (_, request) => outside({ to: "sms", name: "send" }, async () => esms(String(request?.body))),
      });
      const tokens = { current: async () => "token", renew: async () => "token" };
      const all = [sms, zaloSender({ apiUrl: "https://zalo.example", tokens, fetch: zalo, now }), email];
      return new Map(all.map((sender) => [sender.channel, sender]));
    },
  };
}
