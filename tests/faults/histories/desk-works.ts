import type { Ticket } from "#contracts/ticket";
import type { DeskAction } from "#tickets/action";
import { TicketRefusedError } from "#tickets/ticket-errors";
import type { HistoryWorld } from "./history-world.ts";
import type { DeskAct } from "./record.ts";
import type { Work } from "./works.ts";

/** What a person at the desk might do with a ticket as it stands. */
function sensibleActs(ticket: Ticket, marker: string, dueAt: string): DeskAction[] {
  const text = `Nội dung ${marker}`;
  const talking: DeskAction[] = [
    { name: "reply", input: { text } },
    { name: "ask-citizen", input: { text } },
  ];
  const late = ticket.clocks.some(({ state }) => state === "breached");
  const common: DeskAction[] = late
    ? [
        { name: "acknowledge", input: {} },
        { name: "progress", input: { text, newDueAt: dueAt } },
      ]
    : [];
  switch (ticket.status) {
    case "received":
      return [...common, { name: "assign", input: { agency: "ubnd-phuong-my-tho", reason: text } }];
    case "assigned":
      return [
        ...common,
        ...talking,
        { name: "accept", input: { assignee: `cv-${marker}` } },
        { name: "return", input: { reason: text } },
      ];
    case "in-progress":
      return [...common, ...talking, { name: "resolve", input: { text } }, { name: "answer", input: { text } }];
    case "waiting-citizen":
      return [...common, { name: "reply", input: { text } }, { name: "resolve", input: { text } }];
    case "resolved":
    case "answered":
      return [{ name: "close", input: { text } }];
    default:
      return [];
  }
}

/** Somebody at the desk acts on some ticket, and asks again under the same key until they get an answer. */
export function deskWork(world: HistoryWorld): Work[] {
  const { random, record, acts, time, seed } = world;
  const [ticket] = random.shuffled([...record.heads.values()]);
  if (ticket === undefined) return [];
  const marker = `a${seed}-${acts.length}`;
  const [action] = random.shuffled(sensibleActs(ticket, marker, new Date(time.ms + 3_600_000).toISOString()));
  if (action === undefined) return [];
  return [
    () => {
      const act: DeskAct = { name: action.name, marker, ticketId: ticket.id, action };
      acts.push(act);
      return attempt(world, act);
    },
  ];
}

/** Acts that nobody has answered yet. */
export function unansweredActs(world: HistoryWorld): Work[] {
  return world.acts.filter(({ answer }) => answer === undefined).map((act) => () => attempt(world, act));
}

async function attempt(world: HistoryWorld, act: DeskAct): Promise<void> {
  if (act.answer !== undefined) return;
  const { name, marker, ticketId, action } = act;
  const done = await world.invoke("desk", `${name} ${marker} on ${ticketId}`, () =>
    world.functions.act(ticketId, action, marker),
  );
  if (done.kind === "done") act.answer = "done";
  else if (done.error instanceof TicketRefusedError) act.answer = "refused";
}
