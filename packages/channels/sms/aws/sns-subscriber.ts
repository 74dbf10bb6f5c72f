import { isAddressOfSns, snsEnvelopeOf } from "#channels/sms/aws/sns-envelope";
import { isSignedBySns } from "#channels/sms/aws/sns-signature";
import type { ChannelAdapter, Proof, WebhookRequest } from "#contracts/channel-adapter";

export interface SnsSettings {
  /** Topics that are ours. Anybody can make SNS sign a message of a topic of their own. */
  readonly topicArns: readonly string[];
  readonly fetchText: (url: string) => Promise<string>;
}

/** SNS renews its certificate about once a year; more than a few addresses are somebody's game with our memory. */
const MOST_CERTIFICATES = 8;

/**
 * The part of an adapter that every subscriber of an SNS topic shares: certificate, proof, and confirming a subscription.
 *
 * Certificates come from SNS's own host only, are kept for the life of the process, and are fetched before the proof.
 */
export function snsSubscriber(settings: SnsSettings): Required<Pick<ChannelAdapter, "prepare" | "prove" | "confirm">> {
  const certificates = new Map<string, string>();

  const ours = (request: WebhookRequest) => {
    const envelope = snsEnvelopeOf(request);
    return envelope !== undefined && settings.topicArns.includes(envelope.TopicArn) ? envelope : undefined;
  };

  return {
    async prepare(request) {
      const envelope = ours(request);
      if (envelope === undefined || certificates.has(envelope.SigningCertURL)) return;
      if (!isAddressOfSns(envelope.SigningCertURL, envelope.TopicArn)) return;
      const certificate = await settings.fetchText(envelope.SigningCertURL);
      if (certificates.size >= MOST_CERTIFICATES) certificates.clear();
      certificates.set(envelope.SigningCertURL, certificate);
    },
    prove(request, now): Proof {
      if (snsEnvelopeOf(request) === undefined) return { kind: "malformed", reason: "expected a signed SNS envelope" };
      const envelope = ours(request);
      if (envelope === undefined) return { kind: "forged", reason: "the topic is not ours" };
      const certificate = certificates.get(envelope.SigningCertURL);
      if (certificate === undefined) return { kind: "forged", reason: "the certificate is not from SNS" };
      if (!isSignedBySns(envelope, certificate, now)) return { kind: "forged", reason: "wrong SNS signature" };
      return { kind: envelope.Type === "SubscriptionConfirmation" ? "probe" : "genuine" };
    },
    async confirm(request) {
      const envelope = ours(request);
      if (envelope?.Type !== "SubscriptionConfirmation") return;
      if (isAddressOfSns(envelope.SubscribeURL, envelope.TopicArn)) await settings.fetchText(envelope.SubscribeURL);
    },
  };
}
