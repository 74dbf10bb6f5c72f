import type { Call, InboundMessage } from "#contracts/inbound-message";
import { ticketCode } from "#tickets/ticket-code";
import type { SeededRandom } from "../seeded-random.ts";

/** What one channel brings once: a message, or the record of a call. */
export type Arrival =
  | { readonly kind: "message"; readonly group: string; readonly message: InboundMessage }
  | { readonly kind: "call"; readonly group: string; readonly call: Call };

interface Conversation {
  readonly name: string;
  readonly channel: "zalo" | "sms" | "phone" | "web";
  readonly phone: string;
}

const matters = [
  "Đèn đường hỏng",
  "Rác chất đống",
  "Cháy nhà, cứu với",
  "Không rõ là gì",
  "Cảm ơn",
  "Ổ gà sâu",
] as const;

/** Everything that 2 to 4 citizens will say on 1 to 3 conversations each, in the order in which each one is said. */
export function citizensOf(seed: number, random: SeededRandom): Arrival[][] {
  const conversations = Array.from({ length: 2 + rarely(random, 3) }, (_, citizen) => {
    const phone = `+8490000${String(1000 + ((seed * 7 + citizen) % 9000)).slice(-4)}`;
    const channels = random.shuffled(["zalo", "sms", "phone", "web"] as const).slice(0, 1 + rarely(random, 3));
    return channels.map((channel) => ({ channel, phone, name: `${seed}-${citizen}-${channel}` }));
  }).flat();
  return conversations.map((conversation, index) => saidOn(conversation, seed * 20 + index, random));
}

/** Mostly 0, seldom more, always less than `below`. */
const rarely = (random: SeededRandom, below: number): number =>
  random.whole(6) === 0 ? 1 + random.whole(below - 1) : 0;

function saidOn(conversation: Conversation, number: number, random: SeededRandom): Arrival[] {
  const count = 1 + random.whole(3);
  const texts = Array.from(
    { length: count },
    (_, index) => `${random.pick([...matters])} ${conversation.name}.${index}`,
  );
  return texts.flatMap((text, index): Arrival[] => {
    const message = messageOf(conversation, text, index, number);
    const group = message.conversation;
    if (message.call === undefined) return [{ kind: "message", group, message }];
    const record = { ...message.call, outcome: "answered" as const, durationMs: 60_000 };
    const call: Arrival = { kind: "call", group: `call#${record.id}`, call: record };
    return [{ kind: "message", group, message }, call];
  });
}

function messageOf(
  { channel, phone, name }: Conversation,
  text: string,
  index: number,
  number: number,
): InboundMessage {
  const common = {
    channel,
    source: channel,
    vendorMessageId: `m${index}`,
    text,
    attachments: [],
    sentAt: "2026-09-14T01:00:00.000Z",
  };
  const sender = { id: name };
  switch (channel) {
    case "zalo":
      return { ...common, conversation: `zalo#${name}`, sender, reply: { kind: "zalo", userId: name } };
    case "sms":
      return { ...common, conversation: `sms#${name}`, sender: { ...sender, phone }, reply: { kind: "sms", phone } };
    case "phone": {
      const call = { id: `call-${name}-${index}`, from: phone, direction: "inbound" as const };
      return {
        ...common,
        conversation: `phone#${name}`,
        sender: { ...sender, phone },
        reply: { kind: "sms", phone },
        call,
      };
    }
    case "web":
      return webMessage(common, { phone, name, number, isForm: index === 0 });
  }
}

/** The form promises a code and opens a ticket; what follows speaks of it. */
function webMessage(
  common: Pick<InboundMessage, "channel" | "source" | "vendorMessageId" | "text" | "attachments" | "sentAt">,
  { phone, name, number, isForm }: { phone: string; name: string; number: number; isForm: boolean },
): InboundMessage {
  const code = promisedCode(number);
  const conversation = `web#${code}`;
  if (!isForm) return { ...common, conversation, sender: { id: `web-${code}` }, reply: { kind: "none" }, about: code };
  const form = { code, trackingTokenHash: "0".repeat(64), publish: false, anonymous: false, consent: {} };
  const email = `${name}@example.vn`;
  return { ...common, conversation, sender: { id: name, phone, email }, reply: { kind: "sms", phone }, form };
}

/** From a range that no counter of a history reaches; the next number where this one has no code. */
function promisedCode(number: number): string {
  for (let candidate = 500_000 + (number % 20) * 20; ; candidate++) {
    const code = ticketCode("DT", 2026, candidate);
    if (code !== undefined) return code;
  }
}
