import { readFileSync } from "node:fs";
import { testPseudonym } from "./test-pseudonym.ts";

/** The certificate whose key, since thrown away, signed the samples of SNS. */
export const snsCertificate = readFileSync(
  new URL("../../events/channels/sms/aws/signing-certificate.pem", import.meta.url),
  "utf8",
);

/** The accounts and secrets that the samples below `events/channels/sms` are signed with. */
export const smsSettings = {
  esms: { cpid: "DT1022CP", privateKey: "esms-private-key-of-the-samples" },
  vcom: { clientId: "dt1022", secret: "vcom-secret-of-the-samples" },
  twilio: { authToken: "twilio-token-of-the-samples", publicUrl: "https://1022.example.vn" },
  sns: {
    topicArns: ["arn:aws:sns:ap-southeast-1:111122223333:sms-inbound"],
    fetchText: async () => snsCertificate,
  },
  reading: { pseudonym: testPseudonym, keywords: ["1022", "PA"] },
} as const;
