/** Why something asked of a ticket was refused, in the asker's terms. Knows nothing of HTTP. */
export class TicketRefusedError extends Error {
  override readonly name: string = "TicketRefusedError";
  /** Messages are made of codes, statuses and roles only. */
  readonly isSafeToLog = true;
}

export class MoveNotAllowedError extends TicketRefusedError {
  override readonly name = "MoveNotAllowedError";
  readonly code: string;
  readonly status: string;

  constructor(code: string, action: string, status: string, from: readonly string[]) {
    super(`Ticket ${code} is ${status}; ${action} needs it to be ${from.join(", ")}`);
    this.code = code;
    this.status = status;
  }
}

export class RoleNotAllowedError extends TicketRefusedError {
  override readonly name = "RoleNotAllowedError";

  constructor(action: string, roles: readonly string[]) {
    super(`${action} may be done by: ${roles.join(", ")}`);
  }
}

/** What was asked makes no sense for this ticket as it is, e.g. approving an extension that nobody asked for. */
export class ActionMakesNoSenseError extends TicketRefusedError {
  override readonly name = "ActionMakesNoSenseError";
}

export class StaleVersionError extends TicketRefusedError {
  override readonly name = "StaleVersionError";

  constructor(code: string, expected: number, found: number) {
    super(`Ticket ${code} is at version ${found}, not ${expected}: read it again`);
  }
}

/** Others changed the ticket again and again at the same moment. A queue tries again; a person is asked to. */
export class TicketContendedError extends Error {
  override readonly name = "TicketContendedError";
  readonly isSafeToLog = true;

  constructor(attempts: number) {
    super(`The ticket was changed by others ${attempts} times in a row`);
  }
}
