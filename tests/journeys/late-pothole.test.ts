import { expect, it } from "vitest";
import type { Ticket } from "#contracts/ticket";
import { applyEntry } from "#tickets/apply-event";
import { hotline } from "../fixtures/hotline.ts";
import { zaloMessage } from "../fixtures/messages.ts";

const pothole = zaloMessage("m1", "Ổ gà rất to trước chợ Vĩnh Kim, xã Vĩnh Kim, xe té hoài", {
  sentAt: "2026-09-14T01:15:30.000Z",
});

/** Received on a Monday at 08:15 in Hà Nội time. */
async function latePothole() {
  const line = await hotline("2026-09-14T08:15:30+07:00");
  await line.say(pothole);
  return line;
}
const stateOf = (ticket: Ticket | undefined, name: string) =>
  ticket?.clocks.findLast((clock) => clock.name === name)?.state;

it("acknowledges a Zalo message on Zalo with its code, and sends it to the commune it names", async () => {
  const { told, tickets } = await latePothole();
  const ticket = await tickets.find("ticket-1");
  expect(ticket).toMatchObject({ agency: "ubnd-xa-vinh-kim", category: "giao_thong", status: "assigned" });
  expect(told).toMatchObject([
    { channel: "zalo", kind: "acknowledgement", text: expect.stringContaining(ticket?.code ?? "") },
  ]);
});

it("warns before a promise is broken, tells of the breach once, and goes up the ladder until somebody takes it on", async () => {
  const { at, told, alerts, act, tickets } = await latePothole();
  await act("ticket-1", { name: "accept", input: {} });
  await act("ticket-1", { name: "reply", input: { text: "Đã cử người đi xem" } });
  told.length = 0;
  await at("2026-09-18T16:00:00+07:00");
  await at("2026-09-22T07:00:00+07:00");
  await at("2026-09-22T07:00:30+07:00");
  const ofResolve = (await alerts.page(["~province"], 50)).alerts.filter(({ clock }) => clock === "resolve");
  expect(ofResolve.filter(({ kind }) => kind === "breached")).toHaveLength(1);
  expect(ofResolve.filter(({ kind }) => kind === "warned").length).toBeGreaterThan(0);
  const breaches = told.filter(({ kind, text }) => kind === "alert" && /qua han|quá hạn/i.test(text));
  expect(new Set(breaches.map(({ messageId }) => messageId)).size).toBe(breaches.length);
  expect(breaches.map(({ channel }) => channel)).toContain("sms");

  const before = (await tickets.find("ticket-1"))?.fireAt ?? "";
  await act("ticket-1", { name: "acknowledge", input: { clock: "resolve" } }, "supervisor");
  const after = await tickets.find("ticket-1");
  expect((after?.fireAt ?? "") >= before).toBe(true);
  expect(after?.clocks.find(({ name }) => name === "resolve")).toMatchObject({ acknowledgedBy: "supervisor-1" });
});

it("keeps a breach in the books when the ticket is resolved late, and closes it after silence", async () => {
  const { at, act, tickets, reads, told } = await latePothole();
  await act("ticket-1", { name: "accept", input: {} });
  await at("2026-09-23T09:00:00+07:00");
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá xong ổ gà" } });
  const resolved = await tickets.find("ticket-1");
  expect(resolved?.clocks.find(({ name }) => name === "resolve")).toMatchObject({ state: "met", late: true });
  expect(told.some(({ kind, text }) => kind === "resolution" && text.includes("Đã vá xong ổ gà"))).toBe(true);
  await at("2026-09-27T09:00:00+07:00");
  const closed = await tickets.find("ticket-1");
  expect(closed?.status).toBe("closed");
  expect(closed?.fireAt).toBeUndefined();

  let rebuilt: Ticket | undefined;
  for (const entry of await reads.ledger("ticket-1")) rebuilt = applyEntry(rebuilt, entry);
  expect(rebuilt).toEqual(closed);
});

it("stands still while the citizen is asked, and goes on with what was left", async () => {
  const { at, act, say, tickets, told } = await latePothole();
  await act("ticket-1", { name: "accept", input: {} });
  const resolveClock = async () => (await tickets.find("ticket-1"))?.clocks.find(({ name }) => name === "resolve");
  // five working days after Monday, and this commune also works on Saturday mornings
  expect(await resolveClock()).toMatchObject({
    state: "running",
    dueAt: new Date("2026-09-19T11:30:00+07:00").toISOString(),
  });
  await act("ticket-1", { name: "ask-citizen", input: { text: "Gần số nhà bao nhiêu ạ?" } });
  expect(stateOf(await tickets.find("ticket-1"), "resolve")).toBe("paused");
  expect(told.at(-1)).toMatchObject({
    channel: "zalo",
    kind: "question",
    text: expect.stringContaining("Gần số nhà bao nhiêu"),
  });
  await at("2026-09-16T08:15:30+07:00");
  await say({ ...pothole, vendorMessageId: "m2", text: "Gần số 12" });
  expect(await resolveClock()).toMatchObject({
    state: "running",
    dueAt: new Date("2026-09-22T17:00:00+07:00").toISOString(),
  });
});

it("after an outage of a week fires everything that was due, oldest first, each once with how late it was", async () => {
  const { at, reads } = await latePothole();
  await at("2026-10-05T08:00:00+07:00");
  await at("2026-10-05T08:01:00+07:00");
  const events = (await reads.ledger("ticket-1")).flatMap((entry) => entry.events);
  const rings = events.flatMap((event) =>
    "lateByMs" in event
      ? [
          {
            key: `${event.type} ${event.clock.name} ${event.clock.epoch} ${"fraction" in event ? event.fraction : ""}${"rung" in event ? event.rung : ""}`,
            late: event.lateByMs,
          },
        ]
      : [],
  );
  expect(new Set(rings.map(({ key }) => key)).size).toBe(rings.length);
  expect(
    rings.filter(({ key }) => key.startsWith("sla.breached resolve")).map(({ late }) => late > 86_400_000),
  ).toEqual([true]);
  const lateness = rings.map(({ late }) => late);
  expect(lateness).toEqual([...lateness].sort((a, b) => b - a));
});
