import { describe, expect, it } from "vitest";
import type { SlaEvent } from "#contracts/domain-event";
import type { DueTimer } from "#contracts/outbound-message";
import { sweep } from "#sla/sweep";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShards } from "#tickets/dynamo-keys";
import { dynamoEngines } from "../fixtures/dynamo.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

const ringsAt = (minute: number): SlaEvent => ({
  type: "sla.started",
  clock: {
    name: "resolve",
    epoch: 1,
    state: "running",
    startedAt: "2026-09-14T01:00:00.000Z",
    dueAt: "2026-09-21T01:00:00.000Z",
    allowance: { workingDays: 5 },
    calendar: "offices",
    calendarVersion: "1",
    policyVersion: "1",
    warned: 0,
    nextRingAt: `2026-09-14T02:${String(minute).padStart(2, "0")}:00.000Z`,
  },
});

describe.each(dynamoEngines())("on %s", (engine) => {
  it("gives every due timer of every shard and page, and none that is not due", async () => {
    let minute = 0;
    const desk = await ticketDesk({ engine, follow: () => [ringsAt(minute++)] });
    for (let count = 0; count < 40; count++) {
      await desk.open(zaloMessage("m", "Ổ gà", { conversation: `zalo#${count}`, sender: { id: String(count) } }));
    }
    const page = dynamoDuePage(desk.client, desk.table, 2);
    const found: string[] = [];
    const enqueue = async (timers: readonly DueTimer[]) => void found.push(...timers.map(({ fireAt }) => fireAt));
    await sweep(timerShards, page, enqueue, new Date("2026-09-14T02:29:00.000Z"));
    expect(found.sort()).toEqual(
      Array.from({ length: 30 }, (_, due) => `2026-09-14T02:${String(due).padStart(2, "0")}:00.000Z`),
    );
  });
});
