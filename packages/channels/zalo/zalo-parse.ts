import { deliveryText } from "#channels/delivery-body";
import type { ZaloAccount } from "#channels/zalo/zalo-account";
import { readContact } from "#channels/zalo/zalo-contact";
import { readEcho } from "#channels/zalo/zalo-echo";
import { readZaloEvent, type ZaloEvent } from "#channels/zalo/zalo-event";
import { zaloIgnoredEvents } from "#channels/zalo/zalo-ignored-events";
import { zaloInstant } from "#channels/zalo/zalo-instant";
import { readAnonymousMessage, readUserMessage } from "#channels/zalo/zalo-message";
import { ignored, unreadable, type ZaloReader } from "#channels/zalo/zalo-reading";
import { readDelivered, readSeen } from "#channels/zalo/zalo-receipt";
import { readWithdrawal } from "#channels/zalo/zalo-withdrawal";
import type { ParsedDelivery } from "#contracts/parsed-delivery";
import type { RawDelivery } from "#contracts/raw-delivery";

const readers: ReadonlyMap<string, ZaloReader> = new Map([
  ["user_submit_info", readContact],
  ["user_withdraw", readWithdrawal],
  ["user_received_message", readDelivered],
  ["user_seen_message", readSeen],
]);

/** Families of events: `user_send_<kind>` of a kind that is invented later is still a citizen's message. */
const families: readonly (readonly [prefix: string, reader: ZaloReader])[] = [
  ["user_send_", readUserMessage],
  ["anonymous_send_", readAnonymousMessage],
  ["oa_send_", readEcho],
];

const isOfGroup = (eventName: string) => /(^|_)group(_|$)/.test(eventName);

/** One app may serve several accounts; an event that names others and not ours is theirs. */
function isOfAnotherAccount({ sender, recipient, oa_id, oaId: quotaOaId }: ZaloEvent, oaId: string): boolean {
  const named = oa_id ?? quotaOaId;
  if (named !== undefined) return named !== oaId;
  return sender?.id !== undefined && recipient?.id !== undefined && ![sender.id, recipient.id].includes(oaId);
}

/** Only a name as Zalo writes them is repeated: anything else might hold a citizen's words. */
const unknownEvent = (eventName: string) =>
  ignored(/^[a-z_]{1,60}$/.test(eventName) ? `unknown event ${eventName}` : "unknown event");

function readerOf(eventName: string): ZaloReader {
  const reason = zaloIgnoredEvents.get(eventName);
  if (reason !== undefined) return () => ignored(reason);
  const [, ofFamily] = families.find(([prefix]) => eventName.startsWith(prefix)) ?? [];
  return readers.get(eventName) ?? ofFamily ?? (() => unknownEvent(eventName));
}

/** What a delivery of Zalo says, in our words. */
export function parseZalo(delivery: RawDelivery, { oaId }: ZaloAccount): ParsedDelivery {
  const body = deliveryText(delivery);
  if (body === undefined) return unreadable("the body is not UTF-8");
  const event = readZaloEvent(body);
  if (event === undefined) return unreadable("the body is not a JSON object");
  const eventName = event.event_name;
  if (eventName === undefined) return unreadable("expected event_name");
  if (isOfGroup(eventName)) return ignored("group");
  if (isOfAnotherAccount(event, oaId)) return ignored("event of another official account");
  const at = zaloInstant(event.timestamp) ?? delivery.receivedAt;
  return readerOf(eventName)({ event, oaId, source: delivery.source, at });
}
