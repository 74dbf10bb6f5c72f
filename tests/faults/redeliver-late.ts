import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { adapterAt } from "#channels/adapter-at";
import { channelAdapters } from "#channels/channel-adapters";
import { channelSettingsOf } from "#channels/channel-settings";
import { rawDeliveryOf } from "#channels/delivery-body";
import { localSecrets } from "#local/local-secrets";
import type { Run } from "#local/run-file";
import { pseudonymWith } from "#platform/pseudonym";
import type { CitizenMessage } from "./citizen-message.ts";

/**
 * Puts messages on the queue once more as if days had gone by: the queue itself no longer knows them, so that only the
 * message's own key in the table can tell that it is an old one.
 */
export async function redeliverLate(run: Run, messages: readonly CitizenMessage[], now: Date): Promise<void> {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SQSClient({ endpoint: run.queues, region: run.region, credentials });
  const adapters = channelAdapters(channelSettingsOf({ ...localSecrets, PUBLIC_URL: run.url }), {
    pseudonym: pseudonymWith(localSecrets.PSEUDONYM_KEY),
    fetchText: async () => "",
  });
  for (const { request, marker } of messages) {
    const adapter = await adapterAt(adapters, request.path.replace("/webhooks/", ""))?.();
    if (adapter === undefined) continue;
    const delivery = rawDeliveryOf(request, adapter.source, adapter.identify(request), now.toISOString());
    await client.send(
      new SendMessageCommand({
        QueueUrl: run.queue.inbound.url,
        MessageBody: JSON.stringify(delivery),
        MessageGroupId: delivery.conversation,
        MessageDeduplicationId: `days-later-${marker}`,
      }),
    );
  }
}
