import type {
  OutboundChannel,
  OutboundDelivery,
  OutboundMessage,
  Recipient,
  Sender,
  SendOutcome,
} from "#contracts/outbound-message";
import { outboundDelivery } from "#notifications/outbound-delivery";
import type { Claim, Outbox } from "#notifications/outbox";
import { RetryLaterError } from "#notifications/retry-later-error";

export interface DeliverDependencies {
  readonly outbox: Outbox;
  readonly senders: ReadonlyMap<OutboundChannel, Sender>;
  /** Looked up when sending, so who was erased is not written to. */
  readonly addressOf: (recipient: Recipient, channel: OutboundChannel) => Promise<string | undefined>;
  readonly now: () => Date;
  /** The queue hands this message out for the last time: what cannot be sent now has failed. */
  readonly lastReceive?: boolean;
}

/** `failed` and `unconfirmed` are for the alert that somebody was not told. */
export type Delivered =
  | { readonly kind: "sent" | "failed" | "unconfirmed"; readonly message: OutboundMessage }
  | { readonly kind: "held"; readonly until: string }
  /** Another worker sent it, or is sending it, or it was folded into a digest. */
  | { readonly kind: "settled" };

/**
 * Sends one stored message, at most once: claim, address, send, record.
 *
 * Dying at any point is safe. Before the send the claim runs out and the next receive takes over; after it the
 * vendor is asked whether the message was taken, and where it cannot tell the message stays unconfirmed, for a
 * second text about the same matter is worse than an alert to the desk.
 */
export async function deliver(messageId: string, dependencies: DeliverDependencies): Promise<Delivered> {
  const answer = await dependencies.outbox.claim(messageId, dependencies.now());
  switch (answer.kind) {
    case "missing":
      throw new Error(`Message ${messageId} is on the queue and not in the outbox`);
    case "done":
      return done(answer.message);
    case "held":
      return { kind: "held", until: answer.until };
    case "busy": {
      const afterMs = Math.max(0, Date.parse(answer.freeAt) - dependencies.now().getTime());
      throw new RetryLaterError(messageId, "another worker has it", afterMs);
    }
    default:
      return attempt(answer.claim, dependencies);
  }
}

/** What was given up before is answered again: whoever gave it up may have died before they could tell the desk. */
function done(message: OutboundMessage): Delivered {
  const { state } = message;
  return state === "failed" || state === "unconfirmed" ? { kind: state, message } : { kind: "settled" };
}

async function attempt(claim: Claim, dependencies: DeliverDependencies): Promise<Delivered> {
  const { message, abandonedSince } = claim;
  const sender = dependencies.senders.get(message.channel);
  const to = await dependencies.addressOf(message.recipient, message.channel);
  if (sender === undefined || to === undefined) {
    const reason = sender === undefined ? `no sender for ${message.channel}` : `no address on ${message.channel}`;
    return settle({ kind: "unreachable", reason }, claim, dependencies);
  }
  const delivery = outboundDelivery(message, to, abandonedSince);
  if (abandonedSince !== undefined) {
    const taken = await sender.wasSent(delivery);
    if (taken === "yes") return settle({ kind: "sent" }, claim, dependencies);
    if (taken === "unknown") {
      return settle({ kind: "unknown", reason: "the worker died while sending" }, claim, dependencies);
    }
  }
  return settle(await sendWith(sender, delivery, dependencies), claim, dependencies, sender.source);
}

/** A send that throws may have been taken: the claim stays, and whoever comes after asks first. Unless nobody does. */
async function sendWith(
  sender: Sender,
  delivery: OutboundDelivery,
  { lastReceive = false }: DeliverDependencies,
): Promise<SendOutcome> {
  try {
    return await sender.send(delivery);
  } catch (error) {
    if (lastReceive) return { kind: "unknown", reason: "the last attempt broke off" };
    throw error;
  }
}

async function settle(
  outcome: SendOutcome,
  claim: Claim,
  dependencies: DeliverDependencies,
  source: string = claim.message.channel,
): Promise<Delivered> {
  const { outbox, now, lastReceive = false } = dependencies;
  const { message } = claim;
  switch (outcome.kind) {
    case "sent": {
      const held = await outbox.sent(claim, { source, vendorMessageId: outcome.vendorMessageId, at: now() });
      return held ? { kind: "sent", message } : { kind: "settled" };
    }
    case "unknown":
      return (await outbox.unconfirmed(claim, outcome.reason))
        ? { kind: "unconfirmed", message }
        : asItIs(claim, outbox);
    case "retry":
      if (lastReceive) return fail(claim, outcome.reason, dependencies);
      await outbox.release(claim, outcome.reason);
      throw new RetryLaterError(message.id, outcome.reason, outcome.afterMs);
    default:
      return fallBack(claim, outcome.reason, dependencies);
  }
}

/** The next channel on which the recipient may be reached, at once; without one the message has failed. */
async function fallBack(claim: Claim, reason: string, dependencies: DeliverDependencies): Promise<Delivered> {
  const [next] = claim.message.fallback;
  if (next === undefined) return fail(claim, reason, dependencies);
  const moved = await dependencies.outbox.fallBack(claim, next, reason, dependencies.now());
  return moved === undefined ? { kind: "settled" } : attempt(moved, dependencies);
}

async function fail(claim: Claim, reason: string, { outbox }: DeliverDependencies): Promise<Delivered> {
  const failed = await outbox.failed(claim, reason);
  return failed ? { kind: "failed", message: claim.message } : asItIs(claim, outbox);
}

/** A write that is refused was another worker's, or our own, done before and its answer lost: the message tells. */
async function asItIs({ message: { id } }: Claim, outbox: Pick<Outbox, "find">): Promise<Delivered> {
  const message = await outbox.find(id);
  return message === undefined ? { kind: "settled" } : done(message);
}
