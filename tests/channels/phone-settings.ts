import { Webhook } from "standardwebhooks";
import { phoneAdapters } from "#channels/phone/phone-adapters";
import type { ChannelAdapter } from "#contracts/channel-adapter";
import type { Sign } from "./adapter-contract.ts";
import { testPseudonym } from "./test-pseudonym.ts";

/** The secret that the samples below `events/channels/phone` are signed with. */
export const phoneSettings = {
  secret: "whsec_cGhvbmUtc2VjcmV0LW9mLXRoZS1zYW1wbGVzLTEwMjI=",
  pseudonym: testPseudonym,
  stringeeAccountSid: "AC0000000000000000000000000000d1022",
} as const;

const adapters = phoneAdapters(phoneSettings);

export function phoneAdapter(source: string): ChannelAdapter {
  const adapter = adapters.find((candidate) => candidate.source === source);
  if (adapter === undefined) throw new Error(`There is no adapter ${source}`);
  return adapter;
}

/** Signs as Standard Webhooks says, one second before the samples are received. */
export const signStandardWebhook =
  (secret: string): Sign =>
  ({ body }) => {
    const [id, sentAt] = ["msg_of_the_samples", new Date("2026-09-14T01:15:30.000Z")];
    const signature = new Webhook(secret).sign(id, sentAt, new TextDecoder("utf-8", { ignoreBOM: true }).decode(body));
    const timestamp = String(sentAt.getTime() / 1000);
    return { headers: { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature } };
  };
