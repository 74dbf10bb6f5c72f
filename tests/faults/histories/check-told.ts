import type { LedgerEntry } from "#contracts/domain-event";
import type { OutboundMessage } from "#contracts/outbound-message";
import type { Ticket } from "#contracts/ticket";
import { PROVINCE_LIST } from "#notifications/alert-list";
import { whatToTell } from "#notifications/what-to-tell";
import { applyEntry } from "#tickets/apply-event";
import type { ProvinceRules } from "../../../functions/province-rules.ts";
import { counted, moreThanOnce } from "./counted.ts";
import type { Snapshot } from "./dynamo-snapshot.ts";
import type { Taken } from "./vendors.ts";

const settled = new Set<OutboundMessage["state"]>(["sent", "delivered", "seen"]);
const gaveUp = new Set<OutboundMessage["state"]>(["failed", "unconfirmed"]);

/** Was everything that follows from the ledgers listed, stored and told, each thing once? */
export function checkTold(taken: readonly Taken[], rules: ProvinceRules, table: Snapshot): string[] {
  const { outbound } = table;
  const takenById = counted(
    taken.flatMap(({ channel, messageId }) => (messageId === undefined ? [] : [`${messageId} ${channel}`])),
  );
  return [
    ...[...takenById].filter(([, times]) => times > 1).map(([id, times]) => `${id} was taken ${times} times`),
    ...outbound
      .filter(({ state }) => !settled.has(state) && !gaveUp.has(state) && state !== "folded")
      .map(({ id, state }) => `${id} is still ${state}`),
    ...outbound
      .filter(
        (message) =>
          message.channel !== "zalo" &&
          settled.has(message.state) &&
          !takenById.has(`${message.id} ${message.channel}`),
      )
      .map(({ id, state }) => `${id} is ${state}, and no vendor took it`),
    ...outbound
      .filter(({ state, channel }) => state === "unconfirmed" && channel !== "email")
      .map(({ id }) => `${id} is unconfirmed, though its vendor can tell`),
    ...onZalo(taken, outbound),
    ...digests(table),
    ...expected(rules, table),
    ...failuresAlerted(table),
  ];
}

/**
 * Zalo is not told our ids: what it took is held against what was to be said, by its words. Of equal words said within
 * minutes one may stand for the other, when an answer was lost in between.
 */
function onZalo(taken: readonly Taken[], outbound: readonly OutboundMessage[]): string[] {
  const took = counted(taken.filter(({ channel }) => channel === "zalo").map(({ text }) => text));
  const zalo = outbound.filter(({ channel, state }) => channel === "zalo" && state !== "folded");
  const most = counted(zalo.map(({ text }) => text));
  const least = new Set(zalo.filter(({ state }) => settled.has(state)).map(({ text }) => text));
  return [
    ...[...took]
      .filter(([text, times]) => times > (most.get(text) ?? 0))
      .map(([text, times]) => `Zalo took ${times} times: ${text.slice(0, 60)}`),
    ...[...least].filter((text) => !took.has(text)).map((text) => `Zalo never took: ${text.slice(0, 60)}`),
  ];
}

/** What was folded is in one digest. */
function digests({ outbound, keys }: Snapshot): string[] {
  const told = counted(outbound.filter(({ kind }) => kind === "digest").flatMap(({ text }) => text.split(" ")));
  const folded = outbound.filter(({ state }) => state === "folded");
  return [
    ...folded
      .filter(({ id }) => told.get(id) !== 1)
      .map(({ id }) => `${id} was folded into ${told.get(id) ?? 0} digests`),
    ...[...keys].filter((key) => key.includes("|F#")).map((key) => `${key} is left over`),
  ];
}

/** What follows from the ledgers is stored and listed, and nothing else is. */
function expected({ telling }: ProvinceRules, { ledgers, outbound, alerts }: Snapshot): string[] {
  const due = [...ledgers.values()].flatMap((ledger) => allToTell(ledger, telling));
  const dueIds = new Set(due.flatMap(({ messageIds }) => messageIds.map(withoutChannel)));
  const messages = outbound.filter(({ kind }) => kind !== "digest");
  const stored = new Set(messages.map(({ id }) => withoutChannel(id)));
  const listed = new Set(alerts.map(({ list, id }) => `${list} ${id}`));
  const toCitizens = messages.filter(({ recipient }) => recipient.kind === "citizen");
  return [
    ...[...dueIds].filter((id) => !stored.has(id)).map((id) => `${id} was never stored`),
    ...[...stored].filter((id) => !dueIds.has(id)).map((id) => `${id} was stored without a cause`),
    ...moreThanOnce(toCitizens.map(({ id }) => withoutChannel(id))).map((id) => `${id} is told on two channels`),
    ...due.flatMap(({ lines }) =>
      lines.filter((line) => !listed.has(line)).map((line) => `no alert ${line} in its list`),
    ),
  ];
}

function allToTell(ledger: readonly LedgerEntry[], telling: ProvinceRules["telling"]) {
  let head: Ticket | undefined;
  return ledger.map((entry) => {
    head = applyEntry(head, entry);
    const all = whatToTell(entry, head, telling, { phone: head.channel !== "zalo", email: false });
    const people = all.alerts.filter(({ staff }) => !staff.startsWith("~") || staff === PROVINCE_LIST);
    return {
      messageIds: [...all.messages, ...all.foldable.map(({ message }) => message)].map(({ id }) => id),
      lines: people.map(({ staff, id }) => `${staff} ${id}`),
    };
  });
}

const withoutChannel = (id: string): string => id.slice(0, id.lastIndexOf("."));

/** Whoever could not be told: the desk knows, once. */
function failuresAlerted({ outbound, alerts }: Snapshot): string[] {
  const failures = counted(
    alerts
      .filter(({ kind, list }) => kind === "delivery-failed" && list === PROVINCE_LIST)
      .map(({ id }) => id.slice(id.indexOf(".") + 1)),
  );
  const lost = outbound.filter(({ state, ticketId }) => gaveUp.has(state) && ticketId !== undefined);
  return lost
    .filter(({ id }) => failures.get(`${id}.failed`) !== 1)
    .map(({ id, state }) => `${id} is ${state}, and the desk was told ${failures.get(`${id}.failed`) ?? 0} times`);
}
