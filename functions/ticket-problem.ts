import { problemResponse } from "#platform/problem";
import {
  MoveNotAllowedError,
  RoleNotAllowedError,
  StaleVersionError,
  TicketContendedError,
  TicketRefusedError,
} from "#tickets/ticket-errors";

/** A refusal of the ticket rules in the words of HTTP; undefined when the error is none of theirs. */
export function ticketProblem(error: unknown): Response | undefined {
  if (error instanceof StaleVersionError) return problemResponse("stale-version", error.message);
  if (error instanceof RoleNotAllowedError) return problemResponse("forbidden", error.message);
  if (error instanceof MoveNotAllowedError) return problemResponse("not-allowed-now", error.message);
  if (error instanceof TicketRefusedError) return problemResponse("invalid-input", error.message);
  if (error instanceof TicketContendedError)
    return problemResponse("conflict", "Others are changing this ticket: try again");
  return undefined;
}
