import { createVerify, X509Certificate } from "node:crypto";
import type { SnsEnvelope } from "#channels/sms/aws/sns-envelope";

/** The text that SNS signs: certain fields, sorted, each name and value on a line of its own. */
function snsCanonicalText(envelope: SnsEnvelope): string {
  const { Message, MessageId, Timestamp, TopicArn, Type } = envelope;
  const own =
    envelope.Type === "Notification"
      ? { Message, MessageId, ...(envelope.Subject ? { Subject: envelope.Subject } : {}), Timestamp, TopicArn, Type }
      : { Message, MessageId, SubscribeURL: envelope.SubscribeURL, Timestamp, Token: envelope.Token, TopicArn, Type };
  return Object.entries(own)
    .map(([name, value]) => `${name}\n${value}\n`)
    .join("");
}

/** Did the owner of this certificate, valid now, sign the envelope? Version 1 is SHA-1, version 2 is SHA-256. */
export function isSignedBySns(envelope: SnsEnvelope, certificate: string, now: Date): boolean {
  try {
    const { publicKey, validFromDate, validToDate } = new X509Certificate(certificate);
    if (now < validFromDate || now > validToDate) return false;
    const verify = createVerify(envelope.SignatureVersion === "2" ? "RSA-SHA256" : "RSA-SHA1");
    return verify.update(snsCanonicalText(envelope), "utf8").verify(publicKey, envelope.Signature, "base64");
  } catch {
    return false;
  }
}
