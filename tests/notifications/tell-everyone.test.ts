import { expect, it } from "vitest";
import { eventIdOf } from "#contracts/domain-event";
import type { OutboundMessage } from "#contracts/outbound-message";
import { failureAlerts } from "#notifications/failure-alerts";
import { tellEveryone } from "#notifications/tell-everyone";
import { whatToTell } from "#notifications/what-to-tell";
import { at, breachedClock, context, entryOf, messageOf, openedEvent, routing, ticketOf } from "./scene.ts";

const ticket = ticketOf();
const entry = entryOf([
  openedEvent(ticket),
  { type: "sla.breached", clock: breachedClock, told: ["ld-ubnd-xa-vinh-kim"], channels: ["sms"], lateByMs: 0 },
]);
const telling = whatToTell(entry, ticket, context, { phone: true, email: false });

/** Stores in memory that may end the process at one call. */
function house(diesAt = Number.POSITIVE_INFINITY) {
  const states = new Map<string, OutboundMessage["state"]>();
  const queued: string[] = [];
  const listed = new Set<string>();
  let calls = 0;
  const step = () => {
    if (calls++ === diesAt) throw new Error("killed");
  };
  const dependencies = {
    outbox: {
      async put(message: OutboundMessage) {
        step();
        states.set(message.id, states.get(message.id) ?? message.state);
        return states.get(message.id) ?? "queued";
      },
    },
    alerts: {
      async put(alerts: readonly { id: string; staff: string }[]) {
        step();
        for (const { id, staff } of alerts) listed.add(`${staff} ${id}`);
      },
    },
    storm: {
      async admit() {
        step();
        return "send" as const;
      },
    },
    async enqueue(messageId: string) {
      step();
      queued.push(messageId);
    },
    now: () => new Date(at),
  };
  return { dependencies, states, queued, listed, calls: () => calls };
}

it("stores and queues each message, lists each alert, admits each page", async () => {
  const { dependencies, queued, listed } = house();
  await tellEveryone(telling, dependencies);
  expect(queued).toEqual([`${eventIdOf(entry, 0)}.citizen.zalo`, `${eventIdOf(entry, 1)}.ld-ubnd-xa-vinh-kim.sms`]);
  expect([...listed].map((line) => line.split(" ")[0])).toEqual([
    "ld-ubnd-xa-vinh-kim",
    "~ubnd-xa-vinh-kim",
    "~province",
  ]);
});

it.each([0, 1, 2, 3, 4])("is completed by doing it again after dying at step %i", async (diesAt) => {
  const { dependencies, queued, listed } = house(diesAt);
  await expect(tellEveryone(telling, dependencies)).rejects.toThrow("killed");
  await tellEveryone(telling, dependencies);
  expect(new Set(queued).size).toBe(2);
  expect(listed.size).toBe(3);
});

it("a message that waits is stored and not queued; one that was sent is not queued again", async () => {
  const { dependencies, states, queued } = house();
  const waiting = messageOf({ id: "waits", notBefore: "2026-09-15T00:00:00.000Z" });
  states.set("done", "sent");
  await tellEveryone({ messages: [waiting, messageOf({ id: "done" })], alerts: [], foldable: [] }, dependencies);
  expect([...states.keys()]).toEqual(["done", "waits"]);
  expect(queued).toEqual([]);
});

it.each`
  has           | assignee     | lists
  ${"assignee"} | ${"cv-x"}    | ${["cv-x", "cv-trung-tam-1022", "~ubnd-xa-vinh-kim", "~province"]}
  ${"officers"} | ${undefined} | ${["cv-ubnd-xa-vinh-kim", "cv-trung-tam-1022", "~ubnd-xa-vinh-kim", "~province"]}
`("that a citizen was not told is shown to the ticket's $has and the call centre", ({ assignee, lists }) => {
  const alerts = failureAlerts(messageOf(), ticketOf({ assignee }), routing);
  expect(alerts.map(({ staff }) => staff)).toEqual(lists);
  expect(alerts[0]).toMatchObject({ kind: "delivery-failed", ticketCode: "DT-2026-000123-K", ticketId: "T1" });
});

it("the same failure told again is the same alert", () => {
  const failed = messageOf({ claimedAt: "2026-09-14T01:20:00.000Z" });
  const ids = [1, 2].map(() => failureAlerts(failed, ticketOf(), routing)[0]?.id);
  expect(ids).toEqual(Array(2).fill(`${Date.parse("2026-09-14T01:20:00.000Z")}.${failed.id}.failed`));
});
