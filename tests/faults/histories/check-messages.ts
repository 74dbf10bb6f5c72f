import type { Arrival } from "./citizens.ts";
import { counted, moreThanOnce } from "./counted.ts";
import type { Snapshot } from "./dynamo-snapshot.ts";

const open = new Set(["received", "assigned", "in-progress", "waiting-citizen"]);

/** Is every message there once, in its order, on the one open ticket of its conversation, under a code of its own? */
export function checkMessages(said: readonly Arrival[], { messages, heads, ledgers, keys, items }: Snapshot): string[] {
  const sent = said.flatMap((arrival) => (arrival.kind === "message" ? [arrival.message] : []));
  const keyOf = ({ conversation, vendorMessageId }: { conversation: string; vendorMessageId: string }) =>
    `${conversation}/${vendorMessageId}`;
  const stored = counted(messages.map(keyOf));
  const places = [...ledgers.values()].flat().flatMap(({ ticketId, sequence, events }) =>
    events.flatMap((event) => {
      if (event.type === "ticket.opened")
        return [{ key: `${event.conversation}/${event.firstMessageId}`, ticketId, sequence }];
      if (event.type === "ticket.message-added")
        return [{ key: `${event.conversation}/${event.messageId}`, ticketId, sequence }];
      return [];
    }),
  );
  const inLedgers = counted(places.map(({ key }) => key));
  const openHeads = heads.filter(({ status }) => open.has(status)).map(({ conversation }) => conversation);
  const calls = said.flatMap((arrival) => (arrival.kind === "call" ? [arrival.call.id] : []));
  return [
    ...sent
      .map(keyOf)
      .filter((key) => stored.get(key) !== 1)
      .map((key) => `message ${key} is stored ${stored.get(key) ?? 0} times`),
    ...sent
      .map(keyOf)
      .filter((key) => inLedgers.get(key) !== 1)
      .map((key) => `message ${key} is in ledgers ${inLedgers.get(key) ?? 0} times`),
    ...[...stored.keys()]
      .filter((key) => !sent.some((message) => keyOf(message) === key))
      .map((key) => `message ${key} was never sent`),
    ...messages
      .filter((message) => !places.some(({ key, ticketId }) => key === keyOf(message) && ticketId === message.ticketId))
      .map((message) => `message ${keyOf(message)} names a ticket that does not know it`),
    ...outOfOrder(
      sent.map((message) => ({ conversation: message.conversation, key: keyOf(message) })),
      places,
    ),
    ...moreThanOnce(openHeads).map((conversation) => `${conversation} has several open tickets`),
    ...moreThanOnce(heads.map(({ code }) => code)).map((code) => `code ${code} was given twice`),
    ...heads.filter(({ code }) => !keys.has(`CODE#${code}|A`)).map(({ code }) => `code ${code} leads nowhere`),
    ...calls.filter((id) => !isLinked(id, { heads, items })).map((id) => `the record of ${id} is not on its ticket`),
  ];
}

/** On each ticket, what was said first stands first. */
function outOfOrder(
  sent: readonly { conversation: string; key: string }[],
  places: readonly { key: string; ticketId: string; sequence: number }[],
): string[] {
  const placeOf = new Map(places.map((place) => [place.key, place]));
  const last = new Map<string, number>();
  return sent.flatMap(({ conversation, key }) => {
    const place = placeOf.get(key);
    if (place === undefined) return [];
    const on = `${conversation} ${place.ticketId}`;
    const before = last.get(on) ?? 0;
    last.set(on, place.sequence);
    return place.sequence > before ? [] : [`message ${key} stands before one that was sent earlier`];
  });
}

function isLinked(callId: string, { heads, items }: Pick<Snapshot, "heads" | "items">): boolean {
  const call = items.find(({ pk }) => pk === `K#${callId}`);
  const head = heads.find(({ id }) => id === call?.["ticketId"]);
  return call?.["call"] !== undefined && head?.callIds?.includes(callId) === true;
}
