import { beforeAll, describe, expect, it } from "vitest";
import type { OutboundChannel, OutboundDelivery, Recipient, Sender, SendOutcome } from "#contracts/outbound-message";
import { type DeliverDependencies, deliver } from "#notifications/deliver";
import { dynamoOutbox } from "#notifications/dynamo-outbox";
import { RetryLaterError } from "#notifications/retry-later-error";
import { type FreshTable, freshTable } from "../fixtures/dynamo.ts";
import { dies, interruptedClient } from "./interrupted-client.ts";
import { messageOf } from "./scene.ts";

let fresh: FreshTable;
beforeAll(async () => {
  fresh = await freshTable();
});

/** A vendor that remembers what it took. */
function vendor(channel: OutboundChannel, outcome: SendOutcome = { kind: "sent", vendorMessageId: `v-${channel}` }) {
  const taken: OutboundDelivery[] = [];
  const asked: OutboundDelivery[] = [];
  const sender: Sender & { tells: "yes" | "no" | "unknown" | "truth" } = {
    channel,
    tells: "truth",
    async send(delivery) {
      if (outcome.kind === "sent") taken.push(delivery);
      return outcome;
    },
    async wasSent(delivery) {
      asked.push(delivery);
      if (sender.tells !== "truth") return sender.tells;
      return taken.some(({ messageId }) => messageId === delivery.messageId) ? "yes" : "no";
    },
  };
  return { sender, taken, asked };
}

let messages = 0;
const addresses: Partial<Record<OutboundChannel, string>> = {
  zalo: "830001",
  sms: "+84900000001",
  email: "a@example.vn",
};

/** One queued message and what it takes to send it; `seconds` is how late it is. */
async function scene(rest: Parameters<typeof messageOf>[0] = {}, ...senders: Sender[]) {
  const id = `T${++messages}.1.0.citizen.zalo`;
  const outbox = dynamoOutbox(fresh.client, fresh.table, { leaseMs: 60_000 });
  await outbox.put(messageOf({ id, ...rest }));
  const time = { seconds: 0 };
  const dependencies: DeliverDependencies = {
    outbox,
    senders: new Map(senders.map((sender) => [sender.channel, sender])),
    addressOf: async (_: Recipient, channel) => addresses[channel],
    now: () => new Date(Date.parse("2026-09-14T01:15:30.000Z") + time.seconds * 1000),
  };
  return { id, outbox, dependencies, time, state: async () => (await outbox.find(id))?.state };
}

it("sends the words for the channel to the address of that moment, and records the vendor's id", async () => {
  const { sender, taken } = vendor("zalo");
  const { id, dependencies, outbox } = await scene({}, { ...sender, source: "zalo" });
  expect(await deliver(id, dependencies)).toMatchObject({ kind: "sent" });
  expect(taken).toEqual([
    { messageId: id, kind: "reply", to: "830001", text: "Đã trả lời", ticketCode: "DT-2026-000123-K" },
  ]);
  expect(await outbox.find(id)).toMatchObject({ state: "sent", vendorMessageId: "v-zalo" });
});

it("says a text message without diacritics, also where nobody wrote one", async () => {
  const { sender, taken } = vendor("sms");
  for (const smsText of ["Da tra loi ngan", undefined]) {
    const { id, dependencies } = await scene({ channel: "sms", ...(smsText === undefined ? {} : { smsText }) }, sender);
    await deliver(id, dependencies);
  }
  const { id, dependencies, outbox } = await scene({ channel: "sms" }, sender);
  const stored = await outbox.find(id);
  expect(stored?.smsText).toBe("Da tra loi");
  await deliver(id, dependencies);
  expect(taken.map(({ text }) => text)).toEqual(["Da tra loi ngan", "Da tra loi", "Da tra loi"]);
});

it("a second delivery of the same task sends nothing", async () => {
  const { sender, taken } = vendor("zalo");
  const { id, dependencies } = await scene({}, sender);
  await deliver(id, dependencies);
  expect(await deliver(id, dependencies)).toEqual({ kind: "settled" });
  expect(taken).toHaveLength(1);
});

it("many workers at once send once", async () => {
  const { sender, taken } = vendor("zalo");
  const { id, dependencies } = await scene({}, sender);
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => deliver(id, dependencies)));
  expect(taken).toHaveLength(1);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.every(({ reason }) => reason instanceof RetryLaterError)).toBe(true);
});

it("a folded message, told by its digest, is never sent alone", async () => {
  const { sender, taken } = vendor("zalo");
  const { id, dependencies } = await scene({ state: "folded" }, sender);
  expect(await deliver(id, dependencies)).toEqual({ kind: "settled" });
  expect(taken).toEqual([]);
});

it("a message before its time is held", async () => {
  const { sender, taken } = vendor("zalo");
  const notBefore = "2026-09-15T00:00:00.000Z";
  const { id, dependencies } = await scene({ notBefore }, sender);
  expect(await deliver(id, dependencies)).toEqual({ kind: "held", until: notBefore });
  expect(taken).toEqual([]);
});

it("a task for a message nobody stored is a fault", async () => {
  const { dependencies } = await scene();
  await expect(deliver("T0.9.9.citizen.sms", dependencies)).rejects.toThrow("not in the outbox");
});

describe("when a vendor says no", () => {
  it.each(["unreachable", "refused"] as const)("%s goes on with the next channel at once", async (kind) => {
    const [zalo, sms] = [vendor("zalo", { kind, reason: "blocked" }), vendor("sms")];
    const { id, dependencies, outbox } = await scene({ fallback: ["sms"] }, zalo.sender, sms.sender);
    expect(await deliver(id, dependencies)).toMatchObject({ kind: "sent" });
    expect(sms.taken).toMatchObject([{ to: "+84900000001", text: "Da tra loi" }]);
    expect(await outbox.find(id)).toMatchObject({ state: "sent", channel: "sms", fallback: [], failure: "blocked" });
  });

  it("a channel without an address or sender is skipped, and after the last the message has failed", async () => {
    const { sender, taken } = vendor("email", { kind: "refused", reason: "bounced" });
    const { id, dependencies, outbox } = await scene({ channel: "zns", fallback: ["webhook", "email"] }, sender);
    expect(await deliver(id, dependencies)).toMatchObject({ kind: "failed", message: { channel: "email" } });
    expect(taken).toEqual([]);
    expect(await outbox.find(id)).toMatchObject({ state: "failed", failure: "bounced" });
  });

  it("not now goes back to the queue with the wait the vendor asks for, and is sent later", async () => {
    const busy = vendor("zalo", { kind: "retry", reason: "HTTP 429", afterMs: 7000 });
    const { id, dependencies, state } = await scene({}, busy.sender);
    await expect(deliver(id, dependencies)).rejects.toMatchObject({ name: "RetryLaterError", afterMs: 7000 });
    expect(await state()).toBe("queued");
    const zalo = vendor("zalo");
    await deliver(id, { ...dependencies, senders: new Map([["zalo", zalo.sender]]) });
    expect([zalo.taken.length, zalo.asked.length]).toEqual([1, 0]);
  });

  it("not now at the last receive has failed, for somebody to pick up the phone", async () => {
    const busy = vendor("zalo", { kind: "retry", reason: "HTTP 503" });
    const { id, dependencies, state } = await scene({}, busy.sender);
    expect(await deliver(id, { ...dependencies, lastReceive: true })).toMatchObject({
      kind: "failed",
      message: { id },
    });
    expect(await state()).toBe("failed");
  });

  it("perhaps is never sent again", async () => {
    const { sender } = vendor("zalo", { kind: "unknown", reason: "connection lost" });
    const { id, dependencies, outbox } = await scene({ fallback: ["sms"] }, sender, vendor("sms").sender);
    expect(await deliver(id, dependencies)).toMatchObject({ kind: "unconfirmed" });
    expect(await outbox.find(id)).toMatchObject({ state: "unconfirmed", failure: "connection lost" });
  });
});

describe("a worker that dies", () => {
  it.each(["before", "after"] as const)(
    "%s any single write leaves a message that is sent exactly once",
    async (when) => {
      for (let call = 0, more = true; more; call++) {
        const zalo = vendor("zalo");
        const { id, dependencies, time, state } = await scene({}, zalo.sender);
        const dying = interruptedClient(fresh.client, { call, [when]: dies });
        const outbox = dynamoOutbox(dying.client, fresh.table, { leaseMs: 60_000 });
        await deliver(id, { ...dependencies, outbox }).catch(() => undefined);
        time.seconds = 61;
        await deliver(id, dependencies);
        expect([call, zalo.taken.length, await state()]).toEqual([call, 1, "sent"]);
        more = dying.reached();
      }
    },
  );

  it.each`
    dies                          | tells        | sent | state
    ${"before the vendor has it"} | ${"truth"}   | ${1} | ${"sent"}
    ${"after the vendor has it"}  | ${"truth"}   | ${1} | ${"sent"}
    ${"before the vendor has it"} | ${"unknown"} | ${0} | ${"unconfirmed"}
    ${"after the vendor has it"}  | ${"unknown"} | ${1} | ${"unconfirmed"}
  `(
    "$dies, where the vendor tells $tells, leaves $sent sent and $state",
    async ({ dies: point, tells, sent, state: end }) => {
      const zalo = vendor("zalo");
      zalo.sender.tells = tells;
      const { id, dependencies, time, state } = await scene({}, zalo.sender);
      const send: Sender["send"] = async (delivery) => {
        if (point === "after the vendor has it") await zalo.sender.send(delivery);
        throw new Error("killed");
      };
      const dying = { ...zalo.sender, send };
      await expect(deliver(id, { ...dependencies, senders: new Map([["zalo", dying]]) })).rejects.toThrow("killed");
      time.seconds = 30;
      await expect(deliver(id, dependencies)).rejects.toMatchObject({ name: "RetryLaterError", afterMs: 30_000 });
      time.seconds = 60;
      await deliver(id, dependencies);
      expect([zalo.taken.length, await state()]).toEqual([sent, end]);
      expect(zalo.asked).toMatchObject([{ attemptedAt: "2026-09-14T01:15:30.000Z" }]);
    },
  );

  it("at the last receive is taken for unconfirmed, not forgotten as being sent", async () => {
    const { sender } = vendor("zalo");
    const { id, dependencies, state } = await scene({}, { ...sender, send: dies });
    expect(await deliver(id, { ...dependencies, lastReceive: true })).toMatchObject({ kind: "unconfirmed" });
    expect(await state()).toBe("unconfirmed");
  });
});

it.each<SendOutcome["kind"]>(["refused", "unknown"])(
  "a message given up as %s is answered so again, for its worker may have died before it told the desk",
  async (kind) => {
    const { sender } = vendor("zalo", { kind, reason: "vendor" } as SendOutcome);
    const { id, dependencies } = await scene({}, sender);
    const [first, again] = [await deliver(id, dependencies), await deliver(id, dependencies)];
    expect(again.kind).toBe(first.kind);
    expect(again).toMatchObject({ kind: kind === "refused" ? "failed" : "unconfirmed", message: { id } });
  },
);

it("however many workers die one after the other, the vendor is asked about the first attempt", async () => {
  const { sender, asked } = vendor("zalo");
  const dying: Sender = { ...sender, send: dies, wasSent: dies };
  const { id, dependencies, time } = await scene({}, dying);
  for (const seconds of [0, 600, 1200]) {
    time.seconds = seconds;
    await expect(deliver(id, dependencies)).rejects.toThrow("killed");
  }
  time.seconds = 1800;
  await deliver(id, { ...dependencies, senders: new Map([["zalo", sender]]) });
  expect(asked).toMatchObject([{ attemptedAt: "2026-09-14T01:15:30.000Z" }]);
});

it.each`
  outcome      | given
  ${"refused"} | ${"failed"}
  ${"unknown"} | ${"unconfirmed"}
`("what the client wrote twice, because the first answer was lost, is still $given", async ({ outcome, given }) => {
  const { sender } = vendor("zalo", { kind: outcome, reason: "vendor" });
  const { id, dependencies, outbox } = await scene({}, sender);
  const twice =
    (write: typeof outbox.failed): typeof outbox.failed =>
    async (...settled) => {
      await write(...settled);
      return write(...settled);
    };
  const retrying = { ...outbox, failed: twice(outbox.failed), unconfirmed: twice(outbox.unconfirmed) };
  expect(await deliver(id, { ...dependencies, outbox: retrying })).toMatchObject({ kind: given, message: { id } });
});
