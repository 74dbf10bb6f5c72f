import { maySee } from "#access/may-see";
import { type DeskUser, hasRole } from "#access/staff";
import { type IncidentProposal, stretchOf } from "#duplicates/incident-proposal";
import { ProblemError } from "#platform/problem";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { dismissIncidentProposal, listIncidentProposals, type ProposalView } from "./duplicate-routes.ts";

type Dependencies = Pick<DeskApiDependencies, "incidentProposals" | "reports" | "reads" | "areaName" | "now">;

/** As long as reports are kept. */
const LOOK_BACK_MS = 14 * 86_400_000;
const MOST_PROPOSALS = 100;
const MOST_TICKETS = 100;

/** Storms as proposals: who works for the call centre sees them, a supervisor decides. Nothing follows by itself. */
export function serveIncidentProposals(app: DeskApp, dependencies: Dependencies): void {
  const { incidentProposals, now } = dependencies;
  app.openapi(listIncidentProposals, async (c) => {
    const user = c.get("user");
    if (!hasRole(user, "agent", "supervisor"))
      throw new ProblemError("forbidden", "Incident proposals are for agents and supervisors");
    const { status, limit } = c.req.valid("query");
    const since = new Date(now().getTime() - LOOK_BACK_MS);
    const made = await incidentProposals.madeBetween(since, now(), MOST_PROPOSALS);
    const wanted = made.filter((proposal) => statusOf(proposal) === status);
    const views = await Promise.all(wanted.map((proposal) => viewFor(user, proposal, dependencies)));
    return c.json({ items: views.filter((view) => view !== undefined).slice(0, limit) }, 200);
  });

  app.openapi(dismissIncidentProposal, async (c) => {
    const user = c.get("user");
    if (!hasRole(user, "supervisor")) throw new ProblemError("forbidden", "A supervisor decides on incident proposals");
    const proposal = await incidentProposals.find(c.req.valid("param").id);
    const seen = proposal === undefined ? undefined : await viewFor(user, proposal, dependencies);
    if (proposal === undefined || seen === undefined)
      throw new ProblemError("not-found", "There is no such incident proposal that you may see");
    const after = (await incidentProposals.dismiss(proposal.id, user.id, now())) ?? proposal;
    return c.json(viewOf(after, seen.tickets, dependencies), 200);
  });
}

const statusOf = ({ dismissedAt }: IncidentProposal): ProposalView["status"] =>
  dismissedAt === undefined ? "proposed" : "dismissed";

/** A proposal with those of its tickets that this user may see and that still are where they were reported. */
async function viewFor(
  user: DeskUser,
  proposal: IncidentProposal,
  dependencies: Dependencies,
): Promise<ProposalView | undefined> {
  const { category, area } = proposal;
  const kept = await dependencies.reports.between(stretchOf(proposal), "oldest-first", MOST_TICKETS);
  const tickets = (await dependencies.reads.byIds(kept.map(({ ticketId }) => ticketId))).filter(
    (ticket) => ticket.category === category && ticket.place.areaCode === area && maySee(user, ticket),
  );
  if (tickets.length === 0) return undefined;
  return viewOf(
    proposal,
    tickets.map(({ code }) => code),
    dependencies,
  );
}

function viewOf(proposal: IncidentProposal, tickets: string[], { areaName }: Pick<Dependencies, "areaName">) {
  const { ticketId: _, area: areaCode, ...facts } = proposal;
  const name = areaName(areaCode);
  return { ...facts, status: statusOf(proposal), areaCode, ...(name === undefined ? {} : { area: name }), tickets };
}
