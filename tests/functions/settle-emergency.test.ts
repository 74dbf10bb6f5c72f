import { expect, it } from "vitest";
import type { AlertList } from "#notifications/alert-list";
import { dynamoAlerts } from "#notifications/dynamo-alerts";
import { whatToTell } from "#notifications/what-to-tell";
import { dynamoTicketReads } from "#tickets/dynamo-ticket-reads";
import { deskApi } from "../fixtures/desk-api.ts";
import { freshTable } from "../fixtures/dynamo.ts";
import { context } from "../notifications/scene.ts";

/** A fire that an agent hears of on the phone, and its alert on the lists, with the desk to act on both. */
async function fire(change: (alerts: AlertList) => Partial<AlertList> = () => ({})) {
  const { client, table } = await freshTable();
  const lists = dynamoAlerts(client, table);
  const desk = await deskApi({}, { alerts: { ...lists, ...change(lists) } });
  const opened = await desk.call(desk.agent, "POST", "/desk/v1/tickets", { text: "Cháy nhà", urgency: "emergency" });
  const ticket = await desk.tickets.find((await desk.tickets.idOfCode(opened.body.code)) ?? "");
  if (ticket === undefined) throw new TypeError("The ticket was opened");
  for (const entry of await dynamoTicketReads(desk.client, desk.table).ledger(ticket.id))
    await lists.put(whatToTell(entry, ticket, context, { phone: false, email: false }).alerts);
  const act = (name: string, input: object) =>
    desk.call(desk.agent, "POST", `/desk/v1/tickets/${opened.body.code}/actions/${name}`, input);
  const alerts = async () => (await lists.page(["~province", "truc-ban-tinh"], 10)).alerts;
  return { ...desk, act, alerts };
}
const handOver = { to: "114", text: "Xe chữa cháy đã đi" };

it("the alert of an emergency stays open, whatever else is done, until the danger is handed over", async () => {
  const { act, alerts } = await fire();
  await act("note", { text: "đã gọi lại" });
  expect((await alerts()).map(({ kind, acknowledgedAt }) => [kind, acknowledgedAt])).toEqual([
    ["emergency", undefined],
  ]);
  expect((await act("hand-over", handOver)).status).toBe(200);
  expect(await alerts()).toMatchObject([{ acknowledgedBy: "agent-1" }]);
});

it("a hand-over names service, person and moment in the ticket that the desk reads", async () => {
  const { act, time } = await fire();
  const { body } = await act("hand-over", handOver);
  expect(body).toMatchObject({ handedOver: [{ to: "114", by: "agent-1", at: time.now.toISOString() }] });
});

it.each(["119", "", "công an"])("a hand-over to %j is refused: it is none of the five services", async (to) => {
  const { act } = await fire();
  expect((await act("hand-over", { ...handOver, to })).status).toBe(422);
});

it("a hand-over is done also where its alert cannot be ticked off, and the alert stays", async () => {
  const { act, alerts, lines } = await fire(() => ({ acknowledge: () => Promise.reject(new Error("no answer")) }));
  expect((await act("hand-over", handOver)).status).toBe(200);
  expect(await alerts()).toMatchObject([{ kind: "emergency" }]);
  expect(lines.join()).toContain("not ticked off");
});
