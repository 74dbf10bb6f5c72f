import { expect, it } from "vitest";
import { dynamoFaultReports } from "#duplicates/dynamo-fault-reports";
import { dynamoIncidentProposals } from "#duplicates/dynamo-incident-proposals";
import type { FaultReport } from "#duplicates/fault-report";
import { watchForStorm } from "#duplicates/watch-for-storm";
import { freshTable } from "../fixtures/dynamo.ts";
import { dies, type Interruption, interruptedClient } from "../notifications/interrupted-client.ts";

const minute = (of: number) => new Date(Date.UTC(2026, 8, 14, 2, of));
const reportOf = (of: number, area: string): FaultReport => ({
  ticketId: `t${of}`,
  citizen: `citizen ${of}`,
  category: "cap_nuoc",
  area,
  at: minute(of).toISOString(),
  words: "",
});

it.each<"before" | "after">(["before", "after"])(
  "whoever dies %s any call, or is overtaken there, leaves one proposal, told by the report that made it",
  async (when) => {
    const { client, table } = await freshTable();
    const watching = (by: typeof client) => ({
      reports: dynamoFaultReports(by, table),
      proposals: dynamoIncidentProposals(by, table),
    });
    const made: (string | undefined)[][] = [];
    let reached = true;
    for (let call = 0; reached; call++) {
      const area = `xa-${call}`;
      for (let of = 0; of < 3; of++) await watchForStorm(reportOf(of, area), watching(client));
      const interruption: Interruption = { call, [when]: dies };
      const interrupted = interruptedClient(client, interruption);
      await watchForStorm(reportOf(3, area), watching(interrupted.client)).catch(() => undefined);
      reached = interrupted.reached();
      const again = [4, 3, 3, 2].map((of) => reportOf(of, area));
      const told = [];
      for (const report of again) told.push((await watchForStorm(report, watching(client)))?.ticketId);
      made.push(told);
    }
    // the fifth makes the proposal where the fourth had not come so far; whoever made it is given it again and again
    for (const [fifth, fourth, fourthAgain, third] of made) {
      expect([fifth === "t4", fourth === "t3"].filter(Boolean)).toHaveLength(1);
      expect([fourthAgain, third]).toEqual([fourth, undefined]);
    }
    expect(made.length).toBeGreaterThan(17);
    const proposals = await watching(client).proposals.madeBetween(minute(0), minute(59), 100);
    expect(new Set(proposals.map(({ area }) => area)).size).toBe(made.length);
    expect(proposals).toHaveLength(made.length);
  },
);
