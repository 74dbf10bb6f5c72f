import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { dynamoEngines, type FreshTable } from "../fixtures/dynamo.ts";
import { endpointOf } from "./histories/endpoint-of.ts";
import { harmed, loseAMessage, loseAnEntry, reverseMessages, tellUnderAnotherId } from "./histories/harm.ts";
import { historiesTable, interferedClient } from "./histories/histories-table.ts";
import type { HistoryWorld } from "./histories/history-world.ts";
import { hurriedProvince } from "./histories/hurried-province.ts";
import { killedHistory } from "./histories/killed-history.ts";
import { liveHistory } from "./histories/live-history.ts";
import { type HistoryOutcome, runHistory } from "./histories/run-history.ts";
import { runSeeds } from "./histories/run-seeds.ts";
import { sabotagedClient, sabotages } from "./histories/sabotaged-client.ts";

const rules = hurriedProvince();
/** The native engine where it runs: it is the quicker one. */
const endpoint = endpointOf(dynamoEngines().at(-1));
let at: FreshTable;
beforeAll(async () => {
  at = await historiesTable(interferedClient(endpoint), `histories-${randomUUID()}`);
});

it("40 histories full of faults lose nothing, double nothing and mix nothing up", async () => {
  const outcomes: HistoryOutcome[] = [];
  const seeds = Array.from({ length: 40 }, (_, index) => 10_220 + index);
  await runSeeds(endpoint, seeds, (outcome) => outcomes.push(outcome));
  const failed = outcomes.filter(({ complaints }) => complaints.length > 0);
  expect(failed.map(({ seed, complaints, account }) => ({ seed, complaints, account }))).toEqual([]);
  expect(outcomes.reduce((sum, { faults }) => sum + faults, 0)).toBeGreaterThan(100);
}, 120_000);

it("the same seed lives the same history again, line by line", async () => {
  const [one, other] = [await runHistory(1022, at, rules), await runHistory(1022, at, rules)];
  expect(other.account).toEqual(one.account);
});

describe.each(["open-ticket", "fire-sla"] as const)("killed at any of its calls, %s", (name) => {
  it.each(["dies-before", "dies-after"] as const)(
    "leaves nothing lost or doubled when it %s it",
    async (kind) => {
      let calls = 0;
      for (let more = true; more; calls++) {
        const { live, reached } = killedHistory(name, calls, kind);
        const { complaints, account } = await runHistory(1022, at, rules, live);
        expect({ calls, complaints, account: complaints.length > 0 ? account : [] }).toEqual({
          calls,
          complaints: [],
          account: [],
        });
        more = reached();
      }
      expect(calls).toBeGreaterThan(5);
    },
    120_000,
  );
});

describe("the checker finds out when", () => {
  const complaintsOf = async (on: FreshTable, live: (world: HistoryWorld) => ReturnType<typeof liveHistory>) => {
    for (let seed = 1; seed <= 12; seed++) {
      const { complaints } = await runHistory(seed, on, rules, live);
      if (complaints.length > 0) return complaints.join("\n");
    }
    return "";
  };

  it.each`
    sabotage                                                 | complaint
    ${"tickets are written without conditions"}              | ${/stored|ledger|record/}
    ${"messages are claimed and settled without conditions"} | ${/took 2 times|taken 2 times/}
    ${"heads lose their timer"}                              | ${/timer of/}
    ${"codes are leased twice and nobody looks"}             | ${/was given twice/}
  `("$sabotage", async ({ sabotage, complaint }) => {
    const client = sabotagedClient(endpoint, sabotages[sabotage as keyof typeof sabotages]);
    const table = await historiesTable(client, `histories-${randomUUID()}`);
    expect(await complaintsOf(table, liveHistory)).toMatch(complaint);
  });

  it.each`
    sabotage                                     | complaint                     | harm
    ${"an act is told under another id"}         | ${/stored without a cause/}   | ${tellUnderAnotherId}
    ${"the stream loses an act"}                 | ${/never stored|in its list/} | ${loseAnEntry}
    ${"a queue loses a citizen's message"}       | ${/is stored 0 times/}        | ${loseAMessage}
    ${"a conversation is worked off in reverse"} | ${/stands before/}            | ${reverseMessages}
  `("$sabotage", async ({ harm, complaint }) => {
    expect(await complaintsOf(at, (world) => liveHistory(harmed(world, harm)))).toMatch(complaint);
  });
});
