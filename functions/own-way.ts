import type { InboundMessage } from "#contracts/inbound-message";
import type { Redirect } from "#contracts/message-reading";
import type { TicketTriage } from "#contracts/ticket";
import type { Understanding } from "#tickets/opening";
import { isUnderLaw } from "#tickets/own-way";
import type { Reading } from "#triage/reading";

type Way = Pick<Reading, "redirect" | "needsTriage" | "emergency" | "category" | "keepNameSecret">;

/** The category without a matter for an agency. */
const NO_MATTER = "khac";
/** Nothing in it waits for anybody. */
const asksNothing: ReadonlySet<Redirect | undefined> = new Set(["thanks", "stop", "spam", "scam"]);

/**
 * What follows when a message goes its own way.
 *
 * It stays at the desk, however clear its words are. A citizen who chose a category is believed, save where the law
 * gives the matter to somebody else; danger never waits. Silence follows a STOP word only where the message says
 * nothing else: "xe buýt không dừng" is a matter like any other. NĐ 91/2020 gives the one word against advertising;
 * our notices are none, but who objects to being written to is heard all the same.
 */
export function ownWay(
  { redirect, needsTriage, emergency, category, keepNameSecret }: Way,
  form: InboundMessage["form"],
): Pick<Understanding, "needsTriage" | "asksNothing" | "wantsSilence" | "keepNameSecret"> {
  const chosen = form?.category !== undefined;
  const held = redirect !== undefined && !emergency && (!chosen || isUnderLaw(redirect));
  return {
    needsTriage: held || (!chosen && needsTriage),
    asksNothing: asksNothing.has(redirect),
    wantsSilence: redirect === "stop" && (needsTriage || category[0]?.value === NO_MATTER),
    // who denounces has a right to it (Luật Tố cáo 2018, Điều 9)
    keepNameSecret: keepNameSecret || redirect === "denunciation",
  };
}

/** Advertising and bait hurry nobody, whatever they promise. */
export function calmed({
  redirect,
  emergency,
}: Pick<Way, "redirect" | "emergency">): Partial<Pick<TicketTriage, "urgency">> {
  if (emergency || (redirect !== "spam" && redirect !== "scam")) return {};
  return { urgency: { value: "low", confidence: 1, why: [redirect] } };
}
