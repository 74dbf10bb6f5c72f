import { describe, expect, it } from "vitest";
import { dynamoOutbox } from "#notifications/dynamo-outbox";
import type { Claim, Outbox } from "#notifications/outbox";
import { dynamoEngines, freshTable } from "../fixtures/dynamo.ts";
import { messageOf } from "./scene.ts";

const id = messageOf().id;
const start = Date.parse("2026-09-14T01:15:30.000Z");
const second = (count: number) => new Date(start + count * 1000);

async function claimed(outbox: Outbox, seconds = 0): Promise<Claim> {
  const answer = await outbox.claim(id, second(seconds));
  if (answer.kind !== "claimed") throw new Error(`expected a claim, got ${answer.kind}`);
  return answer.claim;
}

describe.each(dynamoEngines())("the outbox on %s", (engine) => {
  const outboxWith = async (message = messageOf()) => {
    const { client, table } = await freshTable(engine);
    const outbox = dynamoOutbox(client, table, { leaseMs: 60_000 });
    await outbox.put(message);
    return outbox;
  };

  it("keeps a message once, and says what became of it when it is put again", async () => {
    const outbox = await outboxWith();
    await claimed(outbox);
    expect(await outbox.put(messageOf({ text: "khác" }))).toBe("sending");
    expect((await outbox.find(id))?.text).toBe("Đã trả lời");
  });

  it("gives a message to one of many workers", async () => {
    const outbox = await outboxWith();
    const answers = await Promise.all(Array.from({ length: 8 }, () => outbox.claim(id, second(0))));
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual([...Array(7).fill("busy"), "claimed"]);
  });

  it("gives a message whose worker fell silent to the next after the lease, and tells so", async () => {
    const outbox = await outboxWith();
    await claimed(outbox);
    expect(await outbox.claim(id, second(59))).toEqual({ kind: "busy", freeAt: second(60).toISOString() });
    expect(await claimed(outbox, 60)).toMatchObject({
      abandonedSince: second(0).toISOString(),
      message: { attempts: 2, claimedAt: second(60).toISOString() },
    });
  });

  it("lets only the latest claim settle", async () => {
    const outbox = await outboxWith();
    const first = await claimed(outbox);
    const next = await claimed(outbox, 60);
    expect(await outbox.sent(first, { source: "zalo", vendorMessageId: "v1", at: second(61) })).toBe(false);
    expect(await outbox.failed(first, "late")).toBe(false);
    expect(await outbox.sent(next, { source: "zalo", vendorMessageId: "v2", at: second(62) })).toBe(true);
    expect(await outbox.find(id)).toMatchObject({
      state: "sent",
      vendorMessageId: "v2",
      sentAt: second(62).toISOString(),
    });
    expect(await outbox.claim(id, second(200))).toMatchObject({ kind: "done", message: { state: "sent" } });
  });

  it("takes a released message up again, with what went wrong noted", async () => {
    const outbox = await outboxWith();
    await outbox.release(await claimed(outbox), "HTTP 503");
    expect(await outbox.find(id)).toMatchObject({ state: "queued", failure: "HTTP 503" });
    expect(await claimed(outbox, 1)).toMatchObject({ message: { attempts: 2 } });
  });

  it("goes on with the next channel under the renewed claim, whoever looked before", async () => {
    const outbox = await outboxWith(messageOf({ fallback: ["sms", "email"] }));
    const moved = await outbox.fallBack(await claimed(outbox), "sms", "blocked", second(50));
    expect(moved?.message).toMatchObject({ channel: "sms", fallback: ["email"] });
    expect((await outbox.claim(id, second(100))).kind).toBe("busy");
    expect(await outbox.find(id)).toMatchObject({ channel: "sms", fallback: ["email"], state: "sending" });
  });

  it("says that a message it never heard of is missing", async () => {
    const outbox = await outboxWith();
    expect(await outbox.claim("T9.1.0.citizen.sms", second(0))).toEqual({ kind: "missing" });
  });

  it("holds a message back until its time, and hands it out until somebody claims it", async () => {
    const until = second(3600).toISOString();
    const outbox = await outboxWith(messageOf({ notBefore: until }));
    expect(await outbox.claim(id, second(0))).toEqual({ kind: "held", until });
    expect(await outbox.releaseHeld(second(3599))).toEqual([]);
    expect(await outbox.releaseHeld(second(3600))).toEqual([id]);
    expect(await outbox.releaseHeld(second(3660))).toEqual([]);
    expect(await outbox.releaseHeld(second(3900))).toEqual([id]);
    await claimed(outbox, 3901);
    expect(await outbox.releaseHeld(second(9000))).toEqual([]);
  });

  describe("a receipt", () => {
    const sentBy = async (source: string, message = messageOf()) => {
      const outbox = await outboxWith(message);
      await outbox.sent(await claimed(outbox), { source, vendorMessageId: "v1", at: second(1) });
      return outbox;
    };
    const receipt = (status: "delivered" | "seen" | "failed", source = "zalo") => ({
      source,
      vendorMessageIds: ["v1"],
      status,
      at: second(5).toISOString(),
    });

    it("moves a sent message on, and never back", async () => {
      const outbox = await sentBy("zalo");
      for (const status of ["seen", "delivered", "failed", "seen"] as const) await outbox.receive(receipt(status));
      expect((await outbox.find(id))?.state).toBe("seen");
      expect(await outbox.receive(receipt("delivered"))).toEqual([{ kind: "old", messageId: id }]);
    });

    it.each`
      sender        | receipts      | answer
      ${"sms/esms"} | ${"sms/esms"} | ${"recorded"}
      ${"sms"}      | ${"sms/esms"} | ${"recorded"}
      ${"sms/vcom"} | ${"sms/esms"} | ${"unknown"}
    `("of $receipts about what $sender sent is $answer", async ({ sender, receipts, answer }) => {
      const outbox = await sentBy(sender);
      expect((await outbox.receive(receipt("delivered", receipts)))[0]?.kind).toBe(answer);
    });

    it("of failure sends the message out again on its next channel", async () => {
      const outbox = await sentBy("zalo", messageOf({ fallback: ["sms"] }));
      expect(await outbox.receive(receipt("failed"))).toEqual([{ kind: "requeued", messageId: id }]);
      expect(await outbox.find(id)).toMatchObject({ state: "queued", channel: "sms", fallback: [] });
      expect(await outbox.receive(receipt("failed"))).toEqual([{ kind: "old", messageId: id }]);
      expect(await outbox.releaseHeld(second(6))).toEqual([id]);
    });

    it("of failure without another channel gives the message back, for somebody to call the citizen", async () => {
      const outbox = await sentBy("zalo");
      for (const _ of ["first", "again"]) {
        const [answer] = await outbox.receive({ ...receipt("failed"), reason: "blocked" });
        expect(answer).toMatchObject({ kind: "failed", message: { id, failure: "blocked" } });
      }
    });
  });
});
