import * as z from "zod";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import type { WebhookRequest } from "#contracts/channel-adapter";

const signed = {
  Message: z.string(),
  MessageId: z.string().min(1),
  Timestamp: z.string().min(1),
  TopicArn: z.string().min(1),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: z.string().min(1),
  SigningCertURL: z.string(),
};

/** What SNS posts over HTTPS: a message of a topic, or the question whether we want to have them (or no more). */
export const snsEnvelopeSchema = z.discriminatedUnion("Type", [
  z.object({ ...signed, Type: z.literal("Notification"), Subject: z.string().nullish() }),
  z.object({ ...signed, Type: z.literal("SubscriptionConfirmation"), SubscribeURL: z.string(), Token: z.string() }),
  z.object({ ...signed, Type: z.literal("UnsubscribeConfirmation"), SubscribeURL: z.string(), Token: z.string() }),
]);
export type SnsEnvelope = z.infer<typeof snsEnvelopeSchema>;

/** The envelope in a call; undefined when it holds none. */
export function snsEnvelopeOf(request: WebhookRequest): SnsEnvelope | undefined {
  return snsEnvelopeSchema.safeParse(readJson(requestText(request))).data;
}

/** Is this an address of SNS itself, in the region that the topic is in? Nothing else is ever fetched. */
export function isAddressOfSns(url: string, topicArn: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username } = new URL(url);
  const region = topicArn.split(":")[3] ?? "";
  const isRegion = /^[a-z]{2}(-[a-z]+)+-\d$/.test(region);
  return (
    isRegion && protocol === "https:" && hostname === `sns.${region}.amazonaws.com` && port === "" && username === ""
  );
}
