import { transition } from "#tickets/transition";
import type { hotline } from "../../fixtures/hotline.ts";
import { zaloMessage } from "../../fixtures/messages.ts";

type Line = Awaited<ReturnType<typeof hotline>>;

export interface LifecycleStep {
  readonly name: string;
  /** Local time in Hà Nội. */
  readonly at: string;
  readonly happens: (line: Line) => Promise<unknown>;
}

const TICKET = "ticket-1";
const pothole = zaloMessage(
  "5b1e00a7c3d94f210001",
  "Ổ gà rất to trước chợ Vĩnh Kim, xã Vĩnh Kim, xe té hoài, mong sửa sớm",
);

/** The moment at which the life begins. */
export const LIFECYCLE_BEGINS = "2026-09-14T08:15:30+07:00";

/**
 * A usual life of a ticket: a Zalo message that names its commune, all that an officer does with it, and its warnings
 * on the way. What is told because of an act is part of that act's step.
 */
export const lifecycleSteps: readonly LifecycleStep[] = [
  {
    name: "opened and acknowledged",
    at: LIFECYCLE_BEGINS,
    happens: (line) => line.say({ ...pothole, sentAt: new Date(LIFECYCLE_BEGINS).toISOString() }),
  },
  {
    name: "one more message",
    at: "2026-09-14T08:17:00+07:00",
    happens: (line) =>
      line.say({ ...pothole, vendorMessageId: "5b1e00a7c3d94f210002", text: "Gần cổng chợ phía đường tỉnh 864" }),
  },
  {
    name: "accepted",
    at: "2026-09-14T09:05:00+07:00",
    happens: (line) => line.act(TICKET, { name: "accept", input: {} }),
  },
  {
    name: "replied",
    at: "2026-09-14T09:20:00+07:00",
    happens: (line) => line.act(TICKET, { name: "reply", input: { text: "Xã đã cử người đến xem chỗ ông/bà báo." } }),
  },
  {
    name: "progress told",
    at: "2026-09-15T09:00:00+07:00",
    happens: (line) =>
      line.act(TICKET, {
        name: "progress",
        input: { text: "Đã đo đạc, chờ vật tư.", newDueAt: "2026-09-18T17:00:00+07:00" },
      }),
  },
  { name: "first warning", at: "2026-09-17T08:00:00+07:00", happens: (line) => line.settle() },
  { name: "second warning", at: "2026-09-18T11:00:00+07:00", happens: (line) => line.settle() },
  {
    name: "resolved and told",
    at: "2026-09-18T14:00:00+07:00",
    happens: (line) => line.act(TICKET, { name: "resolve", input: { text: "Đã vá xong ổ gà trước chợ Vĩnh Kim." } }),
  },
  { name: "confirmed and closed", at: "2026-09-18T18:00:00+07:00", happens: confirm },
];

async function confirm(line: Line): Promise<void> {
  const before = await line.tickets.find(TICKET);
  if (before === undefined) throw new Error("The ticket of this life is not there");
  const act = {
    ticketId: TICKET,
    events: [{ type: "ticket.confirmed" }, { type: "ticket.closed", reason: "confirmed" }] as const,
    actor: { kind: "citizen" } as const,
    now: new Date("2026-09-18T18:00:00+07:00"),
  };
  await line.tickets.write({ before, ...transition(before, act, line.follow) });
  await line.settle();
}
