import { calmDown, workOff } from "./calm-down.ts";
import type { Arrival } from "./citizens.ts";
import { deathAt } from "./fault-plan.ts";
import type { HistoryWorld } from "./history-world.ts";

const phone = "+84900001022";
const common = { attachments: [], sentAt: "2026-09-14T01:00:00.000Z" };
const sms = {
  ...common,
  channel: "sms",
  source: "sms",
  conversation: "sms#k",
  sender: { id: "k", phone },
  reply: { kind: "sms", phone },
} as const;
const call = { id: "call-k", from: phone, direction: "inbound", durationMs: 60_000 } as const;
const transcript = {
  ...sms,
  channel: "phone",
  source: "phone",
  conversation: "phone#k",
  call: { id: "call-k", direction: "inbound" },
} as const;

type Step = { readonly minutes: number; readonly arrivals: readonly Arrival[]; readonly resolves?: boolean };
const message = (given: Extract<Arrival, { kind: "message" }>["message"]): Arrival => ({
  kind: "message",
  group: given.conversation,
  message: given,
});
const opens = message({ ...sms, vendorMessageId: "m0", text: "Đèn đường hỏng k.0" });

/** What the function that is killed has to do: every kind of its work is among it. */
const scripts: Readonly<Record<"open-ticket" | "fire-sla", readonly Step[]>> = {
  "open-ticket": [
    {
      minutes: 1,
      arrivals: [
        opens,
        message({ ...sms, vendorMessageId: "m1", text: "Ngay chợ k.1" }),
        { kind: "call", group: "call#call-k", call },
      ],
      resolves: true,
    },
    {
      minutes: 1,
      arrivals: [
        message({ ...transcript, vendorMessageId: "m0", text: "Rác chất đống p.0" }),
        message({ ...sms, vendorMessageId: "m2", text: "Vẫn còn hỏng k.2" }),
      ],
    },
  ],
  "fire-sla": [
    { minutes: 36, arrivals: [opens] },
    { minutes: 36, arrivals: [] },
    { minutes: 20, arrivals: [], resolves: true },
    { minutes: 36, arrivals: [] },
  ],
};

/** The same short history each time, in which a function is killed once: at its nth call, before or after it. */
export function killedHistory(name: keyof typeof scripts, nth: number, kind: "dies-before" | "dies-after") {
  const { plan, reached } = deathAt(nth, kind);
  const live = async (world: HistoryWorld): Promise<Arrival[]> => {
    Object.assign(world.mood, { faulty: false, plans: { [name]: plan } });
    for (const step of scripts[name]) await take(step, world);
    await calmDown(world, () => []);
    return scripts[name].flatMap(({ arrivals }) => arrivals);
  };
  return { live, reached };
}

async function take({ minutes, arrivals, resolves }: Step, world: HistoryWorld): Promise<void> {
  const { queues, functions, record, interleaving, time } = world;
  for (const arrival of arrivals) {
    queues.inbound.set(arrival.group, [...(queues.inbound.get(arrival.group) ?? []), arrival]);
  }
  await workOff(world, () => []);
  const [first] = record.heads.values();
  if (resolves === true && first !== undefined) {
    const resolve = () => functions.act(first.id, { name: "resolve", input: { text: "Đã sửa" } }, "k");
    await interleaving.run([async () => void (await world.invoke("desk", "resolve", resolve))]);
  }
  time.ms += minutes * 60_000;
  await interleaving.run([
    async () => void (await world.invoke("sweep-sla", "clocks", () => functions.sweep("clocks"))),
  ]);
  await workOff(world, () => []);
}
