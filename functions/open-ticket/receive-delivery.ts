import type { ChannelAdapters } from "#channels/channel-adapters";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Contact, DeliveryReceipt, ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";
import type { Logger } from "#platform/logger";
import type { Metrics } from "#platform/metrics";

type Of<K extends ParsedDelivery["kind"]> = Extract<ParsedDelivery, { kind: K }>;

/** What may become of a delivery that has been read: one function for each kind, each idempotent. */
export interface DeliveryOutcomes {
  readonly message: (message: InboundMessage) => Promise<string>;
  readonly call: (call: Of<"call">["call"]) => Promise<string>;
  readonly contact: (contact: Contact) => Promise<string>;
  readonly receipt: (receipt: DeliveryReceipt) => Promise<string>;
  readonly staffEcho: (echo: Of<"staff-echo">["echo"]) => Promise<string>;
  readonly withdrawal: (withdrawal: Of<"withdrawal">) => Promise<string>;
  readonly quarantine: (delivery: RawDelivery, reason: string) => Promise<string>;
}

export interface ReceiveDeliveryDependencies {
  readonly adapters: ChannelAdapters;
  readonly outcomes: DeliveryOutcomes;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Reads a queued delivery and does what it asks. An unknown source is a fault, not a message to drop: it goes back to
 * the queue and in the end to the dead letters.
 */
export async function receiveDelivery(
  delivery: RawDelivery,
  { adapters, outcomes, logger, metrics }: ReceiveDeliveryDependencies,
): Promise<void> {
  const { source } = delivery;
  const adapter = await adapters.get(source)?.();
  if (adapter === undefined) throw new TypeError(`No adapter is named ${source}`);
  const parsed = adapter.parse(delivery);
  const became = await outcomeOf(parsed, delivery, outcomes);
  metrics.count(`delivery.${parsed.kind}`, 1, { source });
  logger.info("delivery read", { source, kind: parsed.kind, reason: became });
}

function outcomeOf(parsed: ParsedDelivery, delivery: RawDelivery, outcomes: DeliveryOutcomes): Promise<string> {
  switch (parsed.kind) {
    case "message":
      return outcomes.message(parsed.message);
    case "call":
      return outcomes.call(parsed.call);
    case "contact":
      return outcomes.contact(parsed.contact);
    case "receipt":
      return outcomes.receipt(parsed.receipt);
    case "staff-echo":
      return outcomes.staffEcho(parsed.echo);
    case "withdrawal":
      return outcomes.withdrawal(parsed);
    case "ignored":
      return Promise.resolve(parsed.reason);
    case "unreadable":
      return outcomes.quarantine(delivery, parsed.reason);
  }
}
