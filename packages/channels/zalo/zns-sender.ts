import { createHash } from "node:crypto";
import * as z from "zod";
import { toE164 } from "#channels/phone-number";
import { callZalo, type ZaloApiSettings } from "#channels/zalo/zalo-api";
import { zaloOutcome, znsCodes } from "#channels/zalo/zalo-outcome";
import type { OutboundDelivery, OutboundKind, Sender, SendOutcome } from "#contracts/outbound-message";

/** A template as Zalo approved it: which of our words goes into which of its parameters. */
interface ZnsTemplate {
  readonly templateId: string;
  readonly parameters: Readonly<
    Record<string, { readonly from: "ticketCode" | "text" | "subject"; readonly maxLength: number }>
  >;
}

export interface ZnsSenderSettings extends ZaloApiSettings {
  /** https://business.openapi.zalo.me, or where the vendor double is. */
  readonly znsUrl: string;
  readonly now: () => Date;
  /** Kinds without a template go another way. */
  readonly templates: Partial<Record<OutboundKind, ZnsTemplate>>;
}

const LONGEST_TRACKING_ID = 48;
const sentSchema = z.object({ msg_id: z.coerce.string() });

/** Zalo refuses a parameter that is empty or longer than its kind allows (-1121, -1124). */
function shortened(value: string | undefined, maxLength: number): string {
  const words = (value ?? "").replace(/\s+/g, " ").trim() || "-";
  return words.length <= maxLength ? words : `${words.slice(0, maxLength - 1).trimEnd()}…`;
}

function templateValues({ parameters }: ZnsTemplate, delivery: OutboundDelivery): Record<string, string> {
  const filled = Object.entries(parameters).map(([name, { from, maxLength }]) => [
    name,
    shortened(delivery[from], maxLength),
  ]);
  return Object.fromEntries(filled);
}

/** Comes back in the delivery report, so it must be the same in each attempt. */
const trackingId = (messageId: string) =>
  messageId.length <= LONGEST_TRACKING_ID
    ? messageId
    : createHash("sha256").update(messageId).digest("hex").slice(0, LONGEST_TRACKING_ID);

async function send(delivery: OutboundDelivery, settings: ZnsSenderSettings): Promise<SendOutcome> {
  const template = settings.templates[delivery.kind];
  if (template === undefined) return { kind: "unreachable", reason: `no template for ${delivery.kind}` };
  const phone = toE164(delivery.to)?.slice(1);
  if (phone === undefined) return { kind: "unreachable", reason: "no phone number" };
  const { templateId: template_id } = template;
  const template_data = templateValues(template, delivery);
  const body = JSON.stringify({ phone, template_id, template_data, tracking_id: trackingId(delivery.messageId) });
  const answer = await callZalo(`${settings.znsUrl}/message/template`, { method: "POST", body }, settings);
  if (answer.kind !== "done") return zaloOutcome(answer, znsCodes, settings.now());
  const sent = sentSchema.safeParse(answer.data);
  return sent.success ? { kind: "sent", vendorMessageId: sent.data.msg_id } : { kind: "sent" };
}

/**
 * Approved templates to a phone number (ZNS, now ZBS): reach a citizen whom a free text no longer may.
 *
 * Zalo tells of a template only by the id in its own answer, so after a lost answer nobody knows.
 */
export function znsSender(settings: ZnsSenderSettings): Sender {
  return {
    channel: "zns",
    source: "zalo",
    send: (delivery) => send(delivery, settings),
    wasSent: async () => "unknown",
  };
}
