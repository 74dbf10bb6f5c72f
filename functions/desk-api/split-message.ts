import { createHash } from "node:crypto";
import { actingRole } from "#access/may-see";
import type { DeskUser } from "#access/staff";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Ticket } from "#contracts/ticket";
import { ProblemError } from "#platform/problem";
import type { Understanding } from "#tickets/opening";
import { splitTicket } from "#tickets/split-ticket";
import type { StoredMessage } from "#tickets/ticket-store";
import { corrected } from "./corrected.ts";
import type { DeskApiDependencies } from "./dependencies.ts";
import { madeOf, messageIdOf } from "./message-view.ts";
import type { CreateTicketBody } from "./routes.ts";
import { ticketOfCode } from "./ticket-of-code.ts";

type SplitFrom = NonNullable<CreateTicketBody["splitFrom"]>;

/** A ticket of its own for a matter that an agent found in a message: the same one, however often it is asked for. */
export async function splitMessage(
  body: CreateTicketBody & { readonly splitFrom: SplitFrom },
  user: DeskUser,
  dependencies: DeskApiDependencies,
): Promise<Ticket> {
  const { opening, acting, reads } = dependencies;
  const { splitFrom } = body;
  const parent = await ticketOfCode(splitFrom.code, user, acting.tickets);
  const role = actingRole(user, parent, ["agent", "supervisor"]);
  if (role === undefined) throw new ProblemError("forbidden", "Messages are split by agents and supervisors");
  const ledger = await reads.ledger(parent.id);
  const message = (await reads.messages(parent, ledger)).find((one) => messageIdOf(one) === splitFrom.messageId);
  if (message === undefined) throw wrong("messageId", "expected the id of a message of this ticket");
  const proposal = proposalIn(message, splitFrom);
  const matter = splitFrom.matter === undefined ? "" : `#${splitFrom.matter}`;
  const made = madeOf(ledger).get(`${splitFrom.messageId}${matter}`);
  const known = made === undefined ? undefined : await ticketOfCode(made, user, acting.tickets);
  if (known !== undefined) return known;
  const text = body.text ?? message.text.slice(proposal?.start, proposal?.end);
  const wish = { ...body, category: body.category ?? proposal?.category };
  const understand = (said: InboundMessage) =>
    inheriting(corrected(opening.understand(said), wish, dependencies), parent);
  return splitTicket(
    {
      parent,
      from: {
        conversation: message.conversation,
        messageId: message.vendorMessageId,
        ...(splitFrom.matter === undefined ? {} : { matter: splitFrom.matter }),
      },
      message: beginningWith(text, message, parent, splitFrom, opening.now()),
      actor: { kind: "staff", id: user.id, role },
    },
    { ...opening, understand },
  );
}

function proposalIn({ reading }: StoredMessage, { matter }: SplitFrom) {
  if (matter === undefined) return undefined;
  const proposal = reading?.matters?.[matter];
  if (proposal === undefined) throw wrong("matter", "expected the number of a matter that was proposed");
  return proposal;
}

function wrong(field: string, message: string): ProblemError {
  return new ProblemError("invalid-input", "There is nothing to split there", [
    { path: `splitFrom.${field}`, message },
  ]);
}

function beginningWith(
  text: string,
  { channel, attachments, location }: StoredMessage,
  { conversation }: Ticket,
  { messageId, matter }: SplitFrom,
  now: Date,
): InboundMessage {
  const hash = createHash("sha256")
    .update(`${messageId}#${matter ?? "all"}`)
    .digest("hex")
    .slice(0, 26);
  return {
    channel,
    source: "desk",
    conversation,
    vendorMessageId: `split#${hash}`,
    sender: { id: conversation },
    reply: { kind: "none" },
    text,
    attachments,
    ...(location === undefined ? {} : { location }),
    sentAt: now.toISOString(),
  };
}

/** Where the message said it once for all its matters, and a name that was to be kept stays kept. */
function inheriting(read: Understanding, parent: Ticket): Understanding {
  const { place } = read.triage;
  const said = place.value.areaCode !== undefined || parent.place.areaCode === undefined;
  const inherited = { value: { ...parent.place, ...place.value }, confidence: 1, why: [parent.code] };
  return {
    ...read,
    triage: said ? read.triage : { ...read.triage, place: inherited },
    keepNameSecret: read.keepNameSecret || parent.flags.anonymous,
  };
}
