import { expect, it } from "vitest";
import { ticketStatusSchema } from "#contracts/words";
import { mayMove } from "#tickets/decide";
import { type ActionName, statusTable } from "#tickets/status-table";
import { MoveNotAllowedError, RoleNotAllowedError } from "#tickets/ticket-errors";

const statuses = ticketStatusSchema.options;
const actions = Object.keys(statusTable) as ActionName[];
const pairs = actions.flatMap((action) => statuses.map((status) => ({ action, status })));

it.each(pairs)("$action from $status happens only if the table has it", ({ action, status }) => {
  const { from, by } = statusTable[action];
  const move = () => mayMove({ code: "DT-2026-000001-K", status }, action, by[0]);
  if ((from as readonly string[]).includes(status)) expect(move).not.toThrow();
  else expect(move).toThrow(MoveNotAllowedError);
});

it.each(actions)("%s is refused to an auditor, who only reads", (action) => {
  expect(() => mayMove({ code: "DT-2026-000001-K", status: statusTable[action].from[0] }, action, "auditor")).toThrow(
    RoleNotAllowedError,
  );
});

it("says what a refused move would have needed", () => {
  expect(() => mayMove({ code: "DT-2026-000001-K", status: "closed" }, "accept", "officer")).toThrow(
    "Ticket DT-2026-000001-K is closed; accept needs it to be assigned",
  );
});
