import type { FunctionName } from "../../functions/function-names.ts";
import type { SecretName } from "../secrets/secret-names.ts";

export interface FunctionSettings {
  readonly does: string;
  /** Longest a call may take. Queues wait six times as long before they hand a message out again. */
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly secrets: readonly SecretName[];
  /** Plain settings of the stage that it reads. */
  readonly settings: readonly string[];
  /** For the person whom the alarm wakes: what citizens or officers notice while it fails. */
  readonly impactWhenFailing: string;
}

/** What proves and reads a channel's deliveries. */
const channelSecrets: readonly SecretName[] = [
  "PSEUDONYM_KEY",
  "ZALO_APP_ID",
  "ZALO_OA_ID",
  "ZALO_WEBHOOK_SECRET",
  "ESMS_CPID",
  "ESMS_PRIVATE_KEY",
  "VCOM_CLIENT_ID",
  "VCOM_SECRET",
  "TWILIO_AUTH_TOKEN",
  "PHONE_WEBHOOK_SECRET",
  "EVENTS_WEBHOOK_SECRET",
];
const channelSettings = ["SMS_TOPIC_ARNS", "STRINGEE_ACCOUNT_SID", "SMS_KEYWORDS", "SMS_ACKNOWLEDGEMENT"];
const tellingSettings = ["PROVINCE", "DIGEST_EVERY"];

/** 512 MB is where a cold start stops getting shorter; less saves nothing, for the time grows as the price falls. */
const usual = { timeoutSeconds: 20, memoryMb: 512, secrets: [], settings: [] };

/** What each function needs, beside the permissions that `hotline-stack.ts` hands out. */
export const functionSettings: Readonly<Record<FunctionName, FunctionSettings>> = {
  "channel-webhooks": {
    ...usual,
    does: "Proves that a channel's call is genuine and queues it unread",
    timeoutSeconds: 10,
    secrets: channelSecrets,
    settings: channelSettings,
    impactWhenFailing:
      "Zalo, text message and telephone vendors are turned away; they try again for a while, then give up",
  },
  "read-transcript": {
    ...usual,
    does: "Takes a call's transcript from the bucket to the inbound queue",
    timeoutSeconds: 60,
    secrets: ["PSEUDONYM_KEY"],
    impactWhenFailing: "Calls whose transcript lies in the bucket get no ticket",
  },
  "citizen-api": {
    ...usual,
    does: "Citizens file, follow and rate; partners read open data",
    secrets: ["PSEUDONYM_KEY", "TRACKING_KEY", "CURSOR_KEY"],
    settings: ["PROVINCE"],
    impactWhenFailing: "Citizens cannot file on the web or look up their ticket",
  },
  "open-ticket": {
    ...usual,
    does: "A delivery becomes a ticket, or joins one",
    secrets: channelSecrets,
    settings: ["PROVINCE", ...channelSettings],
    impactWhenFailing: "Messages wait: no ticket, no acknowledgement, and no clock runs for them yet",
  },
  "desk-api": {
    ...usual,
    does: "Agents and officers read and act",
    secrets: ["PSEUDONYM_KEY", "CURSOR_KEY"],
    settings: ["PROVINCE"],
    impactWhenFailing: "Agents, officers and supervisors cannot see or move tickets",
  },
  "sweep-sla": {
    ...usual,
    does: "Every minute: which clocks ring, which held messages and digests are due",
    timeoutSeconds: 50,
    settings: tellingSettings,
    impactWhenFailing: "No clock rings: tickets become overdue and nobody is told",
  },
  "fire-sla": {
    ...usual,
    does: "Records what a clock's ringing means, if it is still true",
    settings: ["PROVINCE"],
    impactWhenFailing: "Warnings, breaches and escalations are late",
  },
  "publish-events": {
    ...usual,
    does: "What changed, and who must hear of it",
    timeoutSeconds: 30,
    settings: tellingSettings,
    impactWhenFailing: "Citizens get no answers and supervisors no alerts, though tickets move on",
  },
  "send-message": {
    ...usual,
    does: "Tells citizen, officer, supervisor or partner",
    timeoutSeconds: 30,
    secrets: [
      "ZALO_APP_ID",
      "ZALO_OA_ID",
      "ZALO_APP_SECRET",
      "ZALO_REFRESH_TOKEN",
      "ESMS_API_KEY",
      "ESMS_SECRET_KEY",
      "EVENTS_WEBHOOK_SECRET",
    ],
    settings: [...tellingSettings, "ZALO_API_URL", "ZALO_OAUTH_URL", "ZNS_API_URL", "ESMS_API_URL", "ESMS_BRANDNAME"],
    impactWhenFailing: "Replies, acknowledgements and alerts are not sent",
  },
};
