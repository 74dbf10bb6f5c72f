import { expect, it } from "vitest";
import { recompute } from "#sla/recompute";
import { slaRules } from "#sla/sla-rules";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShards } from "#tickets/dynamo-keys";
import { recomputeClocks } from "#tickets/recompute-clocks";
import { hotline } from "../fixtures/hotline.ts";
import { zaloMessage } from "../fixtures/messages.ts";

const notice = {
  date: "2026-09-17",
  kind: "off" as const,
  name: "Nghỉ tránh bão",
  source: "công điện của tỉnh",
  publishedAt: "2026-09-16",
};

it("a day off announced in the middle moves every due time behind it by a day, once, and records old and new", async () => {
  const line = await hotline("2026-09-14T08:15:30+07:00");
  await line.say(zaloMessage("m1", "Đường nhiều ổ gà, mặt đường hư hỏng, đoạn trước chợ Vĩnh Kim, xã Vĩnh Kim"));
  const dueAt = async () => (await line.tickets.find("ticket-1"))?.clocks.find(({ name }) => name === "resolve")?.dueAt;
  const before = await dueAt();

  const { calendars, policies } = line.rules.province;
  const withNotice = Object.fromEntries(
    Object.entries(calendars.exceptions).map(([id, list]) => [id, { ...list, days: [...list.days, notice] }]),
  );
  const changed = slaRules({
    calendars: { ...calendars, exceptions: withNotice },
    policies,
    whoHolds: line.rules.routing.staffFor,
    calendarOf: line.rules.routing.calendarOf,
  });
  const again = () =>
    recomputeClocks({
      tickets: line.tickets,
      shards: timerShards,
      page: dynamoDuePage(line.client, line.table),
      recompute: (ticket, now) => recompute(ticket, now, changed),
      now: () => new Date("2026-09-16T09:00:00+07:00"),
    });
  expect(await again()).toEqual({ looked: 1, moved: 1 });
  expect(await again()).toEqual({ looked: 1, moved: 0 });

  expect([before, await dueAt()]).toEqual([
    new Date("2026-09-19T11:30:00+07:00").toISOString(),
    new Date("2026-09-21T17:00:00+07:00").toISOString(),
  ]);
  const events = (await line.reads.ledger("ticket-1")).flatMap((entry) => entry.events);
  expect(
    events.some(
      (event) => event.type === "sla.recomputed" && event.clock.name === "resolve" && event.previousDueAt === before,
    ),
  ).toBe(true);
});
