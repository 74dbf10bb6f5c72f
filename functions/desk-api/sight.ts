import { maskedText, seesAbuse, seesCitizen, starredText } from "#access/mask";
import type { DeskUser } from "#access/staff";
import type { Attachment } from "#contracts/inbound-message";
import type { Stretch } from "#contracts/message-reading";
import type { Place, Ticket } from "#contracts/ticket";
import type { StoredMessage } from "#tickets/ticket-store";
import { findPersonalData } from "#triage/personal-data/find-personal-data";

/** What a user may read on a ticket: who the citizen is, and how they swore. */
export interface Sight {
  readonly citizen: boolean;
  readonly abuse: boolean;
}

export type Said = Pick<StoredMessage, "text" | "reading">;

export function sightOf(user: DeskUser, ticket: Pick<Ticket, "flags">): Sight {
  return { citizen: seesCitizen(user, ticket), abuse: seesAbuse(user) };
}

/**
 * A message as it may be read. What was found when it came is looked for once more: messages from before it was kept
 * have no positions, and what triage has learnt since protects them as well.
 */
export function readable({ text, reading }: Said, sight: Sight): string {
  const said = sight.abuse ? text : starredText(text, reading?.abuse ?? []);
  if (sight.citizen) return said;
  return maskedText(said, [...(reading?.personalData ?? []), ...findPersonalData(text)]);
}

/** What our own people wrote, a title among it: they may have named whom they spoke of. */
export function readableNote(text: string, sight: Sight): string {
  return readable({ text }, { ...sight, abuse: true });
}

/** A summary is masked when it is made; whoever may not see the citizen gets it through the sieve of today as well. */
export function readableLines(lines: readonly string[] = [], sight: Sight): string[] {
  return lines.map((line) => readableNote(line, sight));
}

/** A part of a message, with what was found in it where it stands there. */
export function partOf({ text, reading }: Said, { start, end }: Stretch): Said {
  const within = <T extends Stretch>(found: readonly T[] | undefined) =>
    found?.flatMap((one) =>
      one.start < end && start < one.end
        ? [{ ...one, start: Math.max(0, one.start - start), end: Math.min(end, one.end) - start }]
        : [],
    );
  const [personalData, abuse] = [within(reading?.personalData), within(reading?.abuse)];
  const found = { ...(personalData === undefined ? {} : { personalData }), ...(abuse === undefined ? {} : { abuse }) };
  return { text: text.slice(start, end), ...(reading === undefined ? {} : { reading: found }) };
}

/** Only the channel: the same conversation on another ticket, told openly, would say who it is. */
export function readableConversation(conversation: string, { citizen }: Sight): string {
  return citizen ? conversation : `${conversation.split("#", 1)[0]}#•••••`;
}

/** The place stays, for somebody has to go there; a house number goes, for it may be the reporter's. */
export function readablePlace(place: Place, sight: Sight): Place {
  return place.address === undefined ? place : { ...place, address: readableNote(place.address, sight) };
}

/** A picture of the street stays; a voice, a business card and what the citizen wrote beside it tell who they are. */
export function readableAttachments(attachments: readonly Attachment[], { citizen }: Sight): Attachment[] {
  if (citizen) return [...attachments];
  return attachments.map(({ kind, url, contentType, sizeBytes, uploadId }) => ({
    kind,
    ...(contentType === undefined ? {} : { contentType }),
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
    ...(telling.has(kind) || url === undefined ? {} : { url }),
    ...(telling.has(kind) || uploadId === undefined ? {} : { uploadId }),
  }));
}

const telling: ReadonlySet<Attachment["kind"]> = new Set(["contact", "recording", "audio"]);
