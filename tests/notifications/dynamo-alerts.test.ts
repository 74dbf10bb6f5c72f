import { describe, expect, it } from "vitest";
import type { Alert } from "#contracts/outbound-message";
import { agencyList, PROVINCE_LIST } from "#notifications/alert-list";
import { dynamoAlerts } from "#notifications/dynamo-alerts";
import { alertIdOf } from "#notifications/message-ids";
import { dynamoEngines, freshTable } from "../fixtures/dynamo.ts";

const lists = ["head-1", agencyList("ubnd-a"), PROVINCE_LIST];
const minute = (count: number) => new Date(Date.parse("2026-09-14T01:00:00.000Z") + count * 60_000);

/** One event's alert in each of its lists. */
function alertsAt(minutes: number, owners: readonly string[] = lists): Alert[] {
  const at = minute(minutes).toISOString();
  return owners.map((staff) => ({
    id: alertIdOf(at, `T${minutes}.1.0`),
    staff,
    kind: "breached",
    ticketId: `T${minutes}`,
    ticketCode: `DT-2026-00000${minutes}-K`,
    at,
  }));
}

describe.each(dynamoEngines())("alert lists on %s", (engine) => {
  const listWith = async (...groups: Alert[][]) => {
    const { client, table } = await freshTable(engine);
    const list = dynamoAlerts(client, table);
    for (const alerts of groups) await list.put(alerts);
    return list;
  };
  const tickets = (alerts: readonly Alert[]) => alerts.map(({ ticketId }) => ticketId);

  it("show the newest first, page by page, without end or gap", async () => {
    const list = await listWith(alertsAt(1), alertsAt(3), alertsAt(2), alertsAt(5), alertsAt(4));
    const first = await list.page(["head-1"], 2);
    const second = await list.page(["head-1"], 2, first.after);
    const third = await list.page(["head-1"], 2, second.after);
    expect([first, second, third].map(({ alerts }) => tickets(alerts))).toEqual([["T5", "T4"], ["T3", "T2"], ["T1"]]);
    expect(third.after).toBeUndefined();
  });

  it("several lists read as one show each alert once", async () => {
    const list = await listWith(
      alertsAt(1),
      alertsAt(2, [agencyList("ubnd-b"), PROVINCE_LIST]),
      alertsAt(3, ["head-1"]),
    );
    const { alerts, after } = await list.page([...lists, agencyList("ubnd-b")], 2);
    expect(tickets(alerts)).toEqual(["T3", "T2"]);
    expect(tickets((await list.page([...lists, agencyList("ubnd-b")], 2, after)).alerts)).toEqual(["T1"]);
  });

  it("an acknowledgement marks the alert in every list, and the first one stays", async () => {
    const list = await listWith(alertsAt(1), alertsAt(2));
    const found = await list.find(["nobody", PROVINCE_LIST], alertIdOf(minute(1).toISOString(), "T1.1.0"));
    if (found === undefined) throw new Error("expected the alert on the province's list");
    await list.acknowledge(found, "giam-sat-1", minute(10));
    const again = await list.acknowledge(found, "giam-sat-2", minute(20));
    expect(again).toMatchObject({ acknowledgedBy: "giam-sat-1", acknowledgedAt: minute(10).toISOString() });
    const marked = await Promise.all(lists.map(async (owner) => (await list.page([owner], 9)).alerts));
    expect(marked.map((alerts) => alerts.map(({ acknowledgedBy }) => acknowledgedBy))).toEqual(
      lists.map(() => [undefined, "giam-sat-1"]),
    );
  });

  it("an event told again leaves the acknowledgement as it is", async () => {
    const list = await listWith(alertsAt(1));
    const [alert] = (await list.page(["head-1"], 1)).alerts;
    if (alert !== undefined) await list.acknowledge(alert, "giam-sat-1", minute(10));
    await list.put(alertsAt(1));
    expect((await list.page(["head-1"], 1)).alerts[0]?.acknowledgedBy).toBe("giam-sat-1");
  });

  it.each(["1757812500000.T1.1.0", "no-time", ""])(
    "an alert that is on none of the lists (%j) is not found",
    async (id) => {
      const list = await listWith(alertsAt(1));
      expect(await list.find(lists, id)).toBeUndefined();
    },
  );
});
