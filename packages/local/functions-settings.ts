import type { LocalQueueAddresses } from "./create-queues.ts";
import type { DevSettings } from "./dev-settings.ts";
import { durationMs } from "./duration-ms.ts";
import { localNames } from "./local-names.ts";
import type { LocalSecrets } from "./local-secrets.ts";

/** Where the parts of the running system are. */
export interface LocalAddresses {
  readonly dynamodb: string;
  readonly queues: string;
  readonly vendors: string;
  readonly streamArn: string;
  readonly queue: LocalQueueAddresses;
}

/** Credentials that any emulator takes; a real account's are kept away from everything local. */
export const localCredentials = { AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };

/** The vendors' base URLs, as their names stand in the environment, at the vendor double. */
export function doubleUrls(vendors: string): Record<string, string> {
  return {
    ZALO_API_URL: `${vendors}/zalo`,
    ZALO_OAUTH_URL: `${vendors}/zalo-oauth`,
    ZNS_API_URL: `${vendors}/zns`,
    ESMS_API_URL: `${vendors}/esms`,
    AWS_ENDPOINT_URL_SESV2: `${vendors}/ses`,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: `${vendors}/bedrock`,
    WEBHOOK_BASE_URL: `${vendors}/webhook`,
  };
}

/** Deployed a supervisor gets one message a minute; here somebody waits for what was folded into the next one. */
const QUICK_DIGEST = "PT2S";

/**
 * How long one worker may hold an outgoing message: shorter than the queue hides it, so that the next one to see it
 * after a crash may take over.
 */
function leaseWithin(visibility: string): string {
  return `PT${(durationMs(visibility) * 0.8) / 1000}S`;
}

/** What the functions' process finds in its environment: the names that the deployed functions find in theirs. */
export function functionsSettings(
  settings: DevSettings,
  secrets: LocalSecrets,
  addresses: LocalAddresses,
  folder: string,
  inherited: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const { AWS_PROFILE: _, AWS_SESSION_TOKEN: __, AWS_ENDPOINT_URL: ___, ...rest } = inherited;
  const { queue, dynamodb, queues, vendors, streamArn } = addresses;
  return {
    PUBLIC_URL: `http://localhost:${settings.PORT}`,
    ...doubleUrls(vendors),
    ...rest,
    ...secrets,
    ...localCredentials,
    AWS_REGION: settings.AWS_REGION,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: dynamodb,
    AWS_ENDPOINT_URL_SQS: queues,
    AWS_ENDPOINT_URL_S3: queues,
    STAGE: "local",
    PORT: String(settings.PORT),
    PROVINCE: settings.PROVINCE,
    SWEEP_EVERY: settings.SWEEP_EVERY,
    DIGEST_EVERY: durationMs(settings.SWEEP_EVERY) < durationMs(QUICK_DIGEST) ? settings.SWEEP_EVERY : QUICK_DIGEST,
    OUTBOX_LEASE: leaseWithin(settings.QUEUE_VISIBILITY),
    TICKET_TABLE: localNames.table,
    TRANSCRIPTS_BUCKET: localNames.transcripts,
    ATTACHMENTS_BUCKET: localNames.attachments,
    INBOUND_QUEUE_URL: queue.inbound.url,
    SLA_DUE_QUEUE_URL: queue["sla-due"].url,
    OUTBOUND_QUEUE_URL: queue.outbound.url,
    LOCAL_FOLDER: folder,
    LOCAL_VENDORS_URL: vendors,
    LOCAL_STREAM_ARN: streamArn,
    LOCAL_QUEUES: JSON.stringify(queue),
  };
}
