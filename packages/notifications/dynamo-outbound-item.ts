import type { OutboundMessage } from "#contracts/outbound-message";
import { timerKeys } from "#notifications/dynamo-timers";

export const outboundKey = (id: string) => ({ pk: `O#${id}`, sk: "A" });
export const idOfOutboundKey = (pk: string): string => pk.slice("O#".length);
export const vendorKey = (source: string, vendorMessageId: string) => ({
  pk: `V#${source}#${vendorMessageId}`,
  sk: "A",
});

/** A message as it is stored; one that waits, or that its writer may die over, is in the timers' index until claimed. */
export function outboundItem(message: OutboundMessage, heldUntil = message.notBefore): Record<string, unknown> {
  const timer = heldUntil === undefined ? {} : timerKeys("HELD", message.id, new Date(heldUntil).toISOString());
  return { ...outboundKey(message.id), ...message, ...timer };
}
