import { describe, expect, it } from "vitest";
import { dynamoFaultReports } from "#duplicates/dynamo-fault-reports";
import { dynamoIncidentProposals } from "#duplicates/dynamo-incident-proposals";
import type { FaultReport } from "#duplicates/fault-report";
import { watchForStorm } from "#duplicates/watch-for-storm";
import { dynamoEngines, freshTable } from "../fixtures/dynamo.ts";
import { interruptedClient } from "../notifications/interrupted-client.ts";

const hanoi = (local: string) => new Date(`2026-09-14T${local}:00+07:00`);

async function watching(engine: string) {
  const { client, table } = await freshTable(engine);
  const reports = dynamoFaultReports(client, table);
  const proposals = dynamoIncidentProposals(client, table);
  const reportOf = (ticketId: string, at: Date, rest: Partial<FaultReport> = {}): FaultReport => ({
    ticketId,
    citizen: `citizen of ${ticketId}`,
    category: "cap_nuoc",
    area: "xa-vinh-kim",
    at: at.toISOString(),
    words: "",
    ...rest,
  });
  const come = async (...given: readonly FaultReport[]) => {
    const made = [];
    for (const report of given) made.push(await watchForStorm(report, { reports, proposals }));
    return made.map((proposal) => proposal?.ticketId);
  };
  const all = () => proposals.madeBetween(hanoi("00:00"), new Date("2026-09-30T00:00:00Z"), 50);
  return { client, table, reports, proposals, reportOf, come, all };
}

describe.each(dynamoEngines())("on %s", (engine) => {
  it("the fourth neighbour within three hours makes one proposal, and the fifth keeps it going", async () => {
    const { reportOf, come, all } = await watching(engine);
    const five = ["08:40", "08:55", "09:05", "09:10", "09:30"].map((at, of) => reportOf(`t${of}`, hanoi(at)));
    expect(await come(...five)).toEqual([undefined, undefined, undefined, "t3", undefined]);
    expect(await all()).toMatchObject([
      {
        id: "cap_nuoc.xa-vinh-kim.2026-09-14T02",
        ticketId: "t3",
        reporters: 4,
        usual: 0,
        threshold: 4,
        from: hanoi("08:40").toISOString(),
        lastAt: hanoi("09:30").toISOString(),
      },
    ]);
  });

  it("a report that is brought again counts once, and whoever died before telling gets the same proposal again", async () => {
    const { reportOf, come, all } = await watching(engine);
    const four = ["08:40", "08:55", "09:05", "09:10"].map((at, of) => reportOf(`t${of}`, hanoi(at)));
    const [first, second, third, last] = four;
    if (first === undefined || second === undefined || third === undefined || last === undefined) throw new TypeError();
    expect(await come(first, first, second, second, third, third, first)).toEqual(Array(7).fill(undefined));
    expect(await come(last, last, third)).toEqual(["t3", "t3", undefined]);
    expect(await all()).toHaveLength(1);
  });

  it("one citizen who writes five times, and reports of other matters and places, are no storm", async () => {
    const { reportOf, come } = await watching(engine);
    const many = ["08:40", "08:45", "08:50", "08:55", "09:00"].map((at, of) =>
      reportOf(`t${of}`, hanoi(at), { citizen: "one" }),
    );
    const others = [
      reportOf("u1", hanoi("09:00"), { category: "dien" }),
      reportOf("u2", hanoi("09:00"), { area: "xa-an-huu" }),
      reportOf("u3", hanoi("05:30")),
    ];
    expect(await come(...many, ...others)).toEqual(Array(8).fill(undefined));
  });

  it("where three an hour are usual four are none, and the threshold rises with them", async () => {
    const { reportOf, come, all } = await watching(engine);
    for (let day = 1; day <= 14; day++) {
      const earlier = ["07:30", "08:00", "08:30"].map((at, of) =>
        reportOf(`d${day}-${of}`, new Date(hanoi(at).getTime() - day * 86_400_000)),
      );
      await come(...earlier);
    }
    const today = Array.from({ length: 10 }, (_, of) => reportOf(`t${of}`, hanoi(`09:0${of}`)));
    expect(await come(...today)).toEqual([...Array(9).fill(undefined), "t9"]);
    expect(await all()).toMatchObject([{ usual: 3, threshold: 10, reporters: 10 }]);
  });

  it("a storm that lasts is proposed once, and a new one after hours of quiet is another", async () => {
    const { reportOf, come, all } = await watching(engine);
    const every20Minutes = Array.from({ length: 24 }, (_, of) =>
      reportOf(`t${of}`, new Date(hanoi("06:00").getTime() + of * 20 * 60_000)),
    );
    expect((await come(...every20Minutes)).filter((made) => made !== undefined)).toEqual(["t3"]);
    const evening = Array.from({ length: 4 }, (_, of) => reportOf(`e${of}`, hanoi(`19:0${of}`)));
    expect((await come(...evening)).filter((made) => made !== undefined)).toEqual(["e3"]);
    expect((await all()).map(({ ticketId }) => ticketId)).toEqual(["e3", "t3"]);
  });

  it("reports that come out of order, or all at once, make the same one proposal", async () => {
    const { reportOf, reports, proposals, come, all } = await watching(engine);
    const times = ["09:10", "08:40", "09:05", "08:55"];
    const late = times.map((at, of) => reportOf(`t${of}`, hanoi(at)));
    expect(await come(...late)).toEqual([undefined, undefined, undefined, "t3"]);
    const together = Array.from({ length: 6 }, (_, of) => reportOf(`u${of}`, hanoi(`15:0${of}`)));
    const made = await Promise.all(together.map((report) => watchForStorm(report, { reports, proposals })));
    expect(made.filter((proposal) => proposal !== undefined)).toHaveLength(1);
    expect(await all()).toHaveLength(2);
  });

  it("in the midst of a storm one more report is kept and looked up, and nothing is counted", async () => {
    const { reportOf, come, client, table } = await watching(engine);
    await come(...Array.from({ length: 5 }, (_, of) => reportOf(`t${of}`, hanoi(`09:0${of}`))));
    const third = interruptedClient(client, { call: 2 });
    const counted = {
      reports: dynamoFaultReports(third.client, table),
      proposals: dynamoIncidentProposals(third.client, table),
    };
    expect(await watchForStorm(reportOf("t9", hanoi("09:12")), counted)).toBeUndefined();
    expect(third.reached()).toBe(false);
  });

  it("the first dismissal stays, and a dismissed storm that goes on is not proposed again", async () => {
    const { reportOf, proposals, come } = await watching(engine);
    await come(...Array.from({ length: 4 }, (_, of) => reportOf(`t${of}`, hanoi(`09:0${of}`))));
    const id = "cap_nuoc.xa-vinh-kim.2026-09-14T02";
    await proposals.dismiss(id, "supervisor-1", hanoi("09:10"));
    const after = await proposals.dismiss(id, "supervisor-2", hanoi("09:20"));
    expect(after).toMatchObject({ dismissedBy: "supervisor-1", dismissedAt: hanoi("09:10").toISOString() });
    expect(await come(reportOf("t9", hanoi("09:30")))).toEqual([undefined]);
    expect(await proposals.dismiss("no such thing", "x", hanoi("09:10"))).toBeUndefined();
  });

  it("reading takes no more than it was asked for, next to the end that comes first", async () => {
    const { reportOf, reports } = await watching(engine);
    for (let of = 0; of < 9; of++) await reports.keep(reportOf(`t${of}`, hanoi(`09:0${of}`)));
    const stretch = { category: "cap_nuoc", area: "xa-vinh-kim", from: hanoi("09:02"), to: hanoi("09:06") };
    const ids = async (order: "oldest-first" | "newest-first") =>
      (await reports.between(stretch, order, 3)).map(({ ticketId }) => ticketId);
    expect([await ids("oldest-first"), await ids("newest-first")]).toEqual([
      ["t2", "t3", "t4"],
      ["t6", "t5", "t4"],
    ]);
  });
});
