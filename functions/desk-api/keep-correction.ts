import type { Ticket } from "#contracts/ticket";
import type { Logger } from "#platform/logger";
import type { DeskActionName } from "#tickets/action";
import type { TicketReads } from "#tickets/ticket-reads";
import { type Correction, correctionOf } from "#triage/corrections/correction";
import type { Corrections } from "#triage/corrections/corrections";

export interface KeepCorrectionDependencies {
  readonly corrections: Pick<Corrections, "keep" | "forget">;
  /** How long it may be learned from; nothing is kept where it is zero. */
  readonly keepCorrectionsMs: number;
  readonly reads: Pick<TicketReads, "ledger" | "messages">;
  readonly areaName: (code: string) => string | undefined;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** The acts that say of a ticket what it is. Whoever sends a wrongly read ticket on corrects it, or it comes back. */
const judging: Readonly<Partial<Record<DeskActionName, Correction["how"]>>> = {
  classify: "classified",
  resolve: "kept",
  answer: "kept",
  "hand-over": "kept",
};

/**
 * After an act that says what a ticket is: keeps it to learn from.
 *
 * The act is done; a correction that cannot be kept is a line in the log and no error for the agent.
 */
export async function keepCorrection(
  ticket: Ticket,
  action: DeskActionName,
  dependencies: KeepCorrectionDependencies,
): Promise<void> {
  const { corrections, keepCorrectionsMs, reads, areaName, logger, now } = dependencies;
  const how = judging[action];
  if (how === undefined || keepCorrectionsMs === 0) return;
  try {
    const ledger = await reads.ledger(ticket.id);
    const texts = (await reads.messages(ticket, ledger)).flatMap(({ source, conversation, text }) =>
      source === "staff-echo" || conversation !== ticket.conversation || text.trim() === "" ? [] : [text],
    );
    const { areaCode, area } = ticket.place;
    const named = areaCode === undefined ? area : (areaName(areaCode) ?? area);
    const at = now();
    const correction = correctionOf({ ticket, texts, area: named, how, at });
    if (correction === undefined) await corrections.forget({ citizen: ticket.citizen, ticketId: ticket.id });
    else await corrections.keep(correction, new Date(at.getTime() + keepCorrectionsMs));
  } catch (error) {
    logger.error("correction not kept", { error });
  }
}
