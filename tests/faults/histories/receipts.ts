import type { DeliveryReceipt } from "#contracts/parsed-delivery";
import type { SeededRandom } from "../seeded-random.ts";
import type { HistoryWorld } from "./history-world.ts";
import type { Taken } from "./vendors.ts";
import type { Work } from "./works.ts";

/** What vendors say later of a third of what they took: it arrived, or now and then an SMS did not. */
export function vendorReceipts(world: HistoryWorld): { ready(): Work[] } {
  const { vendors, random, functions, codes } = world;
  const waiting: DeliveryReceipt[] = [];
  let seen = 0;
  const report = async (receipt: DeliveryReceipt) => {
    waiting.splice(waiting.indexOf(receipt), 1);
    const memory = codes.pop() ?? functions.freshCodes();
    const what = `receipt ${receipt.status} of ${receipt.vendorMessageIds.join()}`;
    const { kind } = await world.invoke("open-ticket", what, () => functions.receipt(receipt, memory));
    if (kind === "failed") waiting.push(receipt);
  };
  return {
    ready() {
      waiting.push(...vendors.taken.slice(seen).flatMap((taken) => receiptOf(taken, random) ?? []));
      seen = vendors.taken.length;
      return waiting.map((receipt) => () => report(receipt));
    },
  };
}

function receiptOf({ channel, vendorMessageId, at }: Taken, random: SeededRandom): DeliveryReceipt | undefined {
  if (channel === "email" || random.whole(3) > 0) return undefined;
  const failed = channel === "sms" && random.whole(3) === 0;
  return {
    source: channel === "sms" ? "sms/esms" : "zalo",
    vendorMessageIds: [vendorMessageId],
    status: failed ? "failed" : random.pick(["delivered", "seen"]),
    at: new Date(at).toISOString(),
  };
}
