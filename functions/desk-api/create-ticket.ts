import { createHash } from "node:crypto";
import { type DeskUser, hasRole } from "#access/staff";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Ticket } from "#contracts/ticket";
import { ProblemError } from "#platform/problem";
import { openTicket } from "#tickets/open-ticket";
import { corrected } from "./corrected.ts";
import type { DeskApiDependencies, DeskApp } from "./dependencies.ts";
import { type CreateTicketBody, createTicket } from "./routes.ts";
import { splitMessage } from "./split-message.ts";
import { etagOf, viewOf } from "./views.ts";

type Body = CreateTicketBody;

/** POST /desk/v1/tickets: what the agent knows beats what triage guesses, and the code is there at once. */
export function serveCreateTicket(app: DeskApp, dependencies: DeskApiDependencies): void {
  app.openapi(createTicket, async (c) => {
    const user = c.get("user");
    if (!hasRole(user, "agent", "supervisor"))
      throw new ProblemError("forbidden", "Tickets are opened by agents and supervisors");
    const body = c.req.valid("json");
    const wrong = unknownNames(body, dependencies);
    if (wrong.length > 0) throw new ProblemError("invalid-input", "Some names are not known here", wrong);
    const key = c.req.valid("header")["idempotency-key"];
    const { splitFrom } = body;
    const ticket =
      splitFrom === undefined
        ? await openFor(body, key, user, dependencies)
        : await splitMessage({ ...body, splitFrom }, user, dependencies);
    return c.json(await viewOf(ticket, user, dependencies), 201, {
      ...etagOf(ticket),
      location: `/desk/v1/tickets/${ticket.code}`,
    });
  });
}

async function openFor(
  body: Body,
  key: string | undefined,
  user: DeskUser,
  dependencies: DeskApiDependencies,
): Promise<Ticket> {
  const { opening, acting } = dependencies;
  const id =
    key === undefined ? opening.newId() : createHash("sha256").update(`${user.id}\n${key}`).digest("hex").slice(0, 26);
  const understand = (message: InboundMessage) => corrected(opening.understand(message), body, dependencies);
  const opened = await openTicket(messageOf(body, id, dependencies), { ...opening, understand });
  const ticket = opened.kind === "duplicate" ? await acting.tickets.find(opened.ticketId) : opened.ticket;
  if (ticket === undefined) throw new TypeError("A message without its ticket");
  return ticket;
}

function unknownNames({ category, area, phone }: Body, { isCategory, areaName, toPhoneNumber }: DeskApiDependencies) {
  return [
    ...(category === undefined || isCategory(category)
      ? []
      : [{ path: "category", message: "expected a code of GET /api/v1/categories" }]),
    ...(area === undefined || areaName(area) !== undefined
      ? []
      : [{ path: "area", message: "expected a code of GET /api/v1/areas" }]),
    ...(phone === undefined || toPhoneNumber(phone) !== undefined
      ? []
      : [{ path: "phone", message: "expected a phone number such as 0900000022" }]),
  ];
}

/** The call is its own conversation: a caller with an open ticket may well call about something else. */
function messageOf(body: Body, id: string, { opening, toPhoneNumber }: DeskApiDependencies): InboundMessage {
  const { text = "", name, callId } = body;
  const phone = body.phone === undefined ? undefined : toPhoneNumber(body.phone);
  const conversation = callId === undefined ? `phone#desk-${id}` : `phone#call-${callId}`;
  return {
    channel: "phone",
    source: "desk",
    conversation,
    vendorMessageId: `desk#${id}`,
    sender: {
      id: phone === undefined ? conversation : opening.pseudonym(phone),
      ...(phone === undefined ? {} : { phone }),
      ...(name === undefined ? {} : { name }),
    },
    reply: phone === undefined ? { kind: "none" } : { kind: "sms", phone },
    text: text.normalize("NFC"),
    attachments: [],
    sentAt: opening.now().toISOString(),
    ...(callId === undefined
      ? {}
      : { call: { id: callId, direction: "inbound" as const, ...(phone === undefined ? {} : { from: phone }) } }),
  };
}
