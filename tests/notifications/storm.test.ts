import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Alert } from "#contracts/outbound-message";
import { digestMessage } from "#notifications/digest-message";
import { foldedTotal, foldLines } from "#notifications/fold-lines";
import type { Storm } from "#notifications/storm";
import { dynamoEngines, type FreshTable, freshTable } from "../fixtures/dynamo.ts";
import { dies, interruptedClient } from "./interrupted-client.ts";
import { context } from "./scene.ts";
import { pageOf, supervisorInAStorm, WINDOW_SECONDS } from "./supervisor-in-a-storm.ts";

let fresh: FreshTable;
beforeAll(async () => {
  fresh = await freshTable(dynamoEngines().at(-1));
});

describe("a supervisor in a storm", () => {
  it("is told the first thing at once and the rest in one digest when the minute ends", async () => {
    const { admit, sweep, foldedIn } = supervisorInAStorm(fresh);
    const answers = [];
    for (let number = 1; number <= 6; number++) answers.push(await admit(number, number));
    expect(answers).toEqual(["send", ...Array(5).fill("folded")]);
    expect(await sweep(60)).toEqual([]);
    const [digest = "", ...more] = await sweep(61);
    expect(more).toEqual([]);
    expect(await foldedIn(digest)).toMatchObject({
      warned: 0,
      breached: 5,
      escalated: 0,
      worst: [
        { ticketCode: "DT-2026-000006-K" },
        { ticketCode: "DT-2026-000005-K" },
        { ticketCode: "DT-2026-000004-K" },
      ],
    });
  });

  it("is told at once again after a quiet minute, and hears no empty digest", async () => {
    const { admit, sweep } = supervisorInAStorm(fresh);
    await admit(1, 0);
    expect(await sweep(60)).toEqual([]);
    expect(await admit(2, 61)).toBe("send");
  });

  it("gets the next digest a minute after the last, while the storm goes on", async () => {
    const { admit, sweep, foldedIn } = supervisorInAStorm(fresh);
    for (let number = 1; number <= 3; number++) await admit(number, 0);
    expect(await sweep(60)).toHaveLength(1);
    expect(await admit(4, 70)).toBe("folded");
    expect(await sweep(119)).toEqual([]);
    const [next = ""] = await sweep(120);
    expect(await foldedIn(next)).toMatchObject({ breached: 1 });
  });

  it("has a window for each channel, and nobody waits for another person's", async () => {
    const [one, other] = [supervisorInAStorm(fresh), supervisorInAStorm(fresh)];
    const pages = [pageOf(one.staff, 1), pageOf(one.staff, 1, "email"), pageOf(other.staff, 1)];
    const answers = await Promise.all(pages.map((page) => one.stormOn().admit(page, one.second(0))));
    expect(answers).toEqual(["send", "send", "send"]);
  });

  it("hears each alert once, however often and late its event is told", async () => {
    const { admit, sweep, told } = supervisorInAStorm(fresh);
    await admit(1, 0);
    for (const seconds of [1, 2]) await Promise.all([admit(1, seconds), admit(2, seconds), admit(2, seconds)]);
    await sweep(61);
    expect(await told()).toBe(2);
    expect(await admit(2, 1000)).toBe("folded");
    await sweep(1100);
    expect(await told()).toBe(2);
  });

  it("is told the first thing at once also when its teller dies over it and another one takes over", async () => {
    const { admit, stormOn } = supervisorInAStorm(fresh);
    const opening = interruptedClient(fresh.client, { call: 2, after: dies });
    await expect(admit(1, 0, stormOn(opening.client))).rejects.toThrow("killed");
    expect(await admit(2, 1)).toBe("folded");
    expect(await admit(1, 2)).toBe("send");
  });

  it("is told one thing of many that arrive in the same moment", async () => {
    const { admit, sweep, told } = supervisorInAStorm(fresh);
    const answers = await Promise.all(Array.from({ length: 25 }, (_, number) => admit(number, 0)));
    expect(answers.filter((answer) => answer === "send")).toHaveLength(1);
    await sweep(60);
    expect(await told()).toBe(25);
  });

  it("gets one digest from any number of sweeps at once, also of more than one transaction holds", async () => {
    const { admit, sweep, told } = supervisorInAStorm(fresh);
    for (let number = 0; number < 201; number++) await admit(number, 0);
    const sweeps = await Promise.all([1, 2, 3].map(() => sweep(60)));
    expect(sweeps.flat().length).toBeLessThanOrEqual(1);
    await sweep(61);
    expect(await told()).toBe(201);
  });
});

describe("each alert is told exactly once", () => {
  /** Does the work with the first storm; if that dies, again with the second, as queue and schedule do. */
  const untilDone = async (storms: readonly [Storm, Storm], work: (storm: Storm) => Promise<unknown>) => {
    await work(storms[0]).catch(() => work(storms[1]));
  };

  it.each(["before", "after"] as const)("when a worker or sweep dies %s any single call", async (when) => {
    for (let call = 0, more = true; more; call++) {
      const { admit, sweep, stormOn, told } = supervisorInAStorm(fresh);
      await sweep(-60);
      const dying = interruptedClient(fresh.client, { call, [when]: dies });
      const storms = [stormOn(dying.client), stormOn()] as const;
      for (const number of [1, 2, 3]) await untilDone(storms, (storm) => admit(number, number, storm));
      await untilDone(storms, (storm) => sweep(61, storm));
      await sweep(122);
      await sweep(183);
      expect([call, await told()]).toEqual([call, 3]);
      more = dying.reached();
    }
  });

  it.each([0, 2])("when another comes between any two steps of a sweep that finds %i folded", async (folded) => {
    for (let call = 0, more = true; more; call++) {
      const { admit, sweep, stormOn, told } = supervisorInAStorm(fresh);
      await sweep(-60);
      for (let number = 0; number <= folded; number++) await admit(number, 0);
      const between = async () => {
        await admit(9, 60);
      };
      const raced = interruptedClient(fresh.client, { call, before: between });
      await sweep(60, stormOn(raced.client));
      more = raced.reached();
      if (!more) await between();
      await sweep(121);
      await sweep(182);
      expect([call, await told()]).toEqual([call, folded + 2]);
    }
  });
});

it("two messages to one person and channel are always a window apart, and nothing is lost", async () => {
  const moments = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(moments, async (unsorted) => {
      const { admit, sweep, told } = supervisorInAStorm(fresh);
      const heardAt: number[] = [];
      const alerts = unsorted.map((seconds, number) => ({ seconds, number, sweeps: false }));
      const sweeps = Array.from({ length: 45 }, (_, count) => ({ seconds: count * 10, number: 0, sweeps: true }));
      for (const step of [...alerts, ...sweeps].toSorted((a, b) => a.seconds - b.seconds)) {
        const { seconds, number } = step;
        const heard = step.sweeps ? await sweep(seconds) : [await admit(number, seconds)].filter((it) => it === "send");
        heardAt.push(...heard.map(() => seconds));
      }
      const gaps = heardAt.slice(1).map((seconds, index) => seconds - (heardAt[index] ?? 0));
      expect(gaps.filter((gap) => gap < WINDOW_SECONDS)).toEqual([]);
      expect(await told()).toBe(unsorted.length);
    }),
    { numRuns: 6, seed: 1022 },
  );
});

describe("a digest", () => {
  const line = (id: string, kind: Alert["kind"], lateByMs: number) => ({ id, kind, lateByMs, ticketCode: `DT-${id}` });

  it("counts each kind and names the worst: the higher rung first, then the later", () => {
    const few = [line("a", "warned", 0), line("b", "breached", 5), line("c", "escalated", 1)];
    const all = foldLines(foldLines(undefined, few, 3), [line("d", "breached", 9), line("e", "delivery-failed", 0)], 3);
    expect({ ...all, worst: all.worst.map(({ id }) => id) }).toEqual({
      warned: 1,
      breached: 2,
      escalated: 1,
      other: 1,
      worst: ["c", "d", "b"],
    });
    expect(foldedTotal(all)).toBe(5);
  });

  it("says how many, which are worst, and where to see them", () => {
    const folded = foldLines(undefined, [line("1", "breached", 60_000), line("2", "escalated", 0)], 10);
    const due = { staff: "giam-sat-tinh-1", channel: "sms", window: "w", folded, now: new Date(0) } as const;
    const digest = digestMessage(due, context);
    expect(digest).toMatchObject({
      id: "digest.giam-sat-tinh-1.w.sms",
      kind: "digest",
      ticketCodes: ["DT-2", "DT-1"],
      recipient: { kind: "staff", staff: "giam-sat-tinh-1" },
    });
    expect(digest.text).toContain(
      "2 cảnh báo mới: 1 quá hạn, 0 sắp đến hạn, 1 báo lên bậc trên. Nặng nhất: DT-2, DT-1.",
    );
    expect(digest.text).toContain(context.urls.deskUrl);
  });
});
