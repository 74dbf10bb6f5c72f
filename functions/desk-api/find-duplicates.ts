import { seesCitizen } from "#access/mask";
import { maySee } from "#access/may-see";
import type { DeskUser } from "#access/staff";
import type { Ticket } from "#contracts/ticket";
import type { FaultReport } from "#duplicates/fault-report";
import type { FaultReports } from "#duplicates/fault-reports";
import { sameFaults } from "#duplicates/same-fault";
import { SAME_WITHIN_MS, sameMessages } from "#duplicates/same-message";
import { packedSketch, wordSketch } from "#duplicates/word-sketch";
import type { TicketReads } from "#tickets/ticket-reads";
import type { DuplicateView } from "./duplicate-routes.ts";

export interface FindDuplicatesDependencies {
  readonly reads: Pick<TicketReads, "ofCitizen" | "firstMessages" | "byIds">;
  readonly reports: Pick<FaultReports, "between">;
}

interface Proposal {
  readonly ticketId: string;
  readonly score: number;
}

/** Beyond this a report of the same category and place is another one. */
const NEAR_MS = 3 * 86_400_000;
/** The nearest in time, before the ticket and after it. */
const MOST_REPORTS = 50;
const MOST_OF_CITIZEN = 20;
const MOST_LOOKED_AT = 40;
const MOST_SHOWN = 10;

/** Tickets that may be of the same matter as far as this user may see them, likeliest first. Nothing is decided here. */
export async function findDuplicates(
  ticket: Ticket,
  user: DeskUser,
  { reads, reports }: FindDuplicatesDependencies,
): Promise<DuplicateView[]> {
  const theirs = (await reads.ofCitizen(ticket.citizen, MOST_OF_CITIZEN)).filter((other) => isSoonBy(ticket, other));
  const first = await reads.firstMessages([ticket, ...theirs]);
  const said = ({ id, title, openedAt }: Ticket) => ({
    ticketId: id,
    text: first.get(id)?.text ?? title,
    at: new Date(openedAt),
  });
  const messages = sameMessages(said(ticket), theirs.map(said));
  const faults = await faultsNear(ticket, reports);
  const looked = faults.slice(0, MOST_LOOKED_AT);
  const heads = new Map(
    (await reads.byIds([...messages, ...looked].map(({ ticketId }) => ticketId))).map((head) => [head.id, head]),
  );
  const fits = (kind: DuplicateView["kind"]) => (proposal: Proposal) => {
    const other = heads.get(proposal.ticketId);
    return other === undefined || !isProposable(ticket, other, kind, user) ? [] : [viewOf(other, kind, proposal)];
  };
  const all = [...messages.flatMap(fits("same-message")), ...looked.flatMap(fits("same-fault"))];
  return firstOfEach(all)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN);
}

function isSoonBy(ticket: Ticket, other: Ticket): boolean {
  return Math.abs(Date.parse(ticket.openedAt) - Date.parse(other.openedAt)) <= SAME_WITHIN_MS;
}

/** A ticket without a place has none: words and time alone propose nothing. */
async function faultsNear(
  { id: ticketId, citizen, category, place, openedAt, title }: Ticket,
  reports: Pick<FaultReports, "between">,
): Promise<readonly Proposal[]> {
  const area = place.areaCode;
  if (area === undefined) return [];
  const report: FaultReport = {
    ticketId,
    citizen,
    category,
    area,
    at: openedAt,
    words: packedSketch(wordSketch(title)),
  };
  const at = new Date(openedAt);
  const [before, after] = [new Date(at.getTime() - NEAR_MS), new Date(at.getTime() + NEAR_MS)];
  const [earlier, later] = await Promise.all([
    reports.between({ category, area, from: before, to: at }, "newest-first", MOST_REPORTS),
    reports.between({ category, area, from: at, to: after }, "oldest-first", MOST_REPORTS),
  ]);
  const others = new Map([...earlier, ...later].map((other) => [other.ticketId, other]));
  return sameFaults(report, [...others.values()]);
}

/**
 * Not what was decided already, and not what has moved on since it was reported. That two tickets are one citizen's is
 * told only to who may know the citizen of both: else a secret name could be read off the other ticket.
 */
function isProposable(ticket: Ticket, other: Ticket, kind: DuplicateView["kind"], user: DeskUser): boolean {
  const decided =
    other.status === "merged" || ticket.flags.duplicateOf === other.code || other.flags.duplicateOf === ticket.code;
  if (decided || !maySee(user, other)) return false;
  if (kind === "same-message") return seesCitizen(user, ticket) && seesCitizen(user, other);
  return other.category === ticket.category && other.place.areaCode === ticket.place.areaCode;
}

function viewOf({ code, status, openedAt }: Ticket, kind: DuplicateView["kind"], { score }: Proposal): DuplicateView {
  return { code, kind, score: Math.round(score * 100) / 100, status, openedAt };
}

/** A ticket that is both is a double send. */
function firstOfEach(views: readonly DuplicateView[]): DuplicateView[] {
  return [...Map.groupBy(views, ({ code }) => code).values()].flatMap(([view]) => view ?? []);
}
