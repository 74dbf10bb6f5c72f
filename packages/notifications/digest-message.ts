import type { OutboundMessage } from "#contracts/outbound-message";
import { fillTemplate } from "#notifications/fill-template";
import { foldedTotal } from "#notifications/fold-lines";
import type { DueDigest } from "#notifications/storm";
import { type TellingContext, templateOf } from "#notifications/telling-context";

/** One message for all that was folded: counts, the worst by code, and where to see the rest. */
export function digestMessage(
  { staff, channel, window, folded, now }: DueDigest,
  context: TellingContext,
): OutboundMessage {
  const codes = [...new Set(folded.worst.map(({ ticketCode }) => ticketCode))];
  const values = {
    total: String(foldedTotal(folded)),
    breached: String(folded.breached),
    warned: String(folded.warned),
    escalated: String(folded.escalated),
    worst: { text: codes.join(", "), sms: codes[0] ?? "" },
    url: context.urls.deskUrl,
  };
  return {
    id: `digest.${staff}.${window}.${channel}`,
    kind: "digest",
    channel,
    fallback: [],
    recipient: { kind: "staff", staff },
    ticketCodes: codes,
    ...fillTemplate(templateOf(context, "digest"), values),
    createdAt: now.toISOString(),
    state: "queued",
    attempts: 0,
  };
}
