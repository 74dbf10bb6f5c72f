import type { HistoryWorld } from "./history-world.ts";

/** The functions of a world with one of them doing harm. */
export type Harm = (functions: HistoryWorld["functions"]) => Partial<HistoryWorld["functions"]>;

export function harmed(world: HistoryWorld, harm: Harm): HistoryWorld {
  return { ...world, functions: { ...world.functions, ...harm(world.functions) } };
}

/** As if the id of what is told did not come from the event. */
export const tellUnderAnotherId: Harm = ({ publish }) => {
  let told = 0;
  return { publish: (entry) => publish({ ...entry, sequence: entry.sequence + 100 * told++ }) };
};

/** The first act of each ticket is taken for told. */
export const loseAnEntry: Harm = ({ publish }) => ({
  publish: async (entry) => (entry.sequence === 1 ? undefined : publish(entry)),
});

/** A message is taken off the queue and nothing comes of it. */
export const loseAMessage: Harm = ({ receive }) => {
  let received = 0;
  return { receive: async (arrival, codes) => (received++ === 0 ? "lost" : receive(arrival, codes)) };
};

/** A message that is not its conversation's first waits for those behind it. */
export const reverseMessages: Harm = ({ receive }) => {
  const waiting = new Map<string, Parameters<typeof receive>[0][]>();
  return {
    async receive(arrival, codes) {
      if (arrival.kind === "call") return receive(arrival, codes);
      const before = waiting.get(arrival.group) ?? [];
      waiting.set(arrival.group, [arrival]);
      if (arrival.message.vendorMessageId === "m1") return "held back";
      const outcome = await receive(arrival, codes);
      for (const late of before) await receive(late, codes);
      return outcome;
    },
  };
};
