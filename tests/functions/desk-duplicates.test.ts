import { expect, it } from "vitest";
import { dynamoFaultReports } from "#duplicates/dynamo-fault-reports";
import { dynamoIncidentProposals } from "#duplicates/dynamo-incident-proposals";
import { watchForStorm } from "#duplicates/watch-for-storm";
import { rememberReport } from "../../functions/publish-events/remember-report.ts";
import { deskApi } from "../fixtures/desk-api.ts";

/** A desk at which every ticket that opens is remembered, as the stream does it. */
async function watchfulDesk() {
  const desk = await deskApi();
  const { client, table, tickets, time, call, agent } = desk;
  const reports = dynamoFaultReports(client, table);
  const proposals = dynamoIncidentProposals(client, table);
  const remember = rememberReport({
    watch: (report) => watchForStorm(report, { reports, proposals }),
    tell: async () => {},
  });
  const report = async (phone: string, text: string, rest: object = {}) => {
    time.now = new Date(time.now.getTime() + 60_000);
    const { body } = await call(agent, "POST", "/desk/v1/tickets", { text, phone, ...rest });
    const ticket = await tickets.find((await tickets.idOfCode(body.code)) ?? "");
    if (ticket === undefined) throw new TypeError("No ticket was opened");
    const { category, urgency, place } = ticket;
    const events = [
      { type: "ticket.classified", category, urgency, place, needsTriage: false, emergency: false },
    ] as const;
    await remember(
      { ticketId: ticket.id, sequence: 2, at: ticket.openedAt, actor: { kind: "system" }, events: [...events] },
      ticket,
    );
    return body.code;
  };
  const duplicatesOf = async (code: string, who: object = agent) =>
    (await call(who, "GET", `/desk/v1/tickets/${code}/duplicates`)).body.items;
  const act = (code: string, name: string, input: object, who: object = agent) =>
    call(who, "POST", `/desk/v1/tickets/${code}/actions/${name}`, input);
  const proposalsFor = async (who: object, query = "") => call(who, "GET", `/desk/v1/incident-proposals${query}`);
  return { ...desk, report, duplicatesOf, act, proposalsFor };
}

const pothole = "Ổ gà rất to trước cổng chợ, xe té hoài";

it("proposes a citizen's double send and others' reports of the same fault with scores, likeliest first", async () => {
  const { report, duplicatesOf } = await watchfulDesk();
  const neighbour = await report("0900000033", "Trước chợ có ổ gà to lắm");
  const twice = await report("0900000022", `${pothole}!`);
  const here = await report("0900000022", "o ga rat to truoc cong cho, xe te hoai");
  await report("0900000044", "Cây ngã chắn đường", { category: "cay_xanh" });
  await report("0900000055", "Ổ gà trước cổng chợ", { area: "xa-cai-be" });
  const found = await duplicatesOf(here);
  expect(found).toMatchObject([
    { code: twice, kind: "same-message", score: 1, status: "assigned" },
    { code: neighbour, kind: "same-fault" },
  ]);
  expect(await duplicatesOf(twice)).toMatchObject([{ code: here, kind: "same-message" }, { code: neighbour }]);
});

it("shows an officer no duplicate that is another agency's, and nobody that two tickets share a secret citizen", async () => {
  const { report, duplicatesOf, act, officerOf } = await watchfulDesk();
  const [first, second] = [await report("0900000022", pothole), await report("0900000033", pothole)];
  const secret = await report("0900000022", "Cây trước chợ sắp ngã, giấu tên giúp", {
    category: "cay_xanh",
    anonymous: true,
  });
  const same = await report("0900000022", "Cây trước chợ sắp ngã, giấu tên giúp", { category: "giao_thong" });
  const officer = officerOf("ubnd-phuong-my-tho");
  expect((await duplicatesOf(first, officer)).map(({ code }) => code)).toContain(second);
  expect((await duplicatesOf(secret)).map(({ code }) => code)).toEqual([same]);
  expect(await duplicatesOf(secret, officer)).toEqual([]);
  await act(second, "assign", { agency: "so-xay-dung" });
  expect((await duplicatesOf(first, officer)).map(({ code }) => code)).not.toContain(second);
});

it("an agent confirms a duplicate, which keeps its own life, and takes it back", async () => {
  const { report, duplicatesOf, act, officerOf, call, agent } = await watchfulDesk();
  const [first, second] = [await report("0900000022", pothole), await report("0900000033", pothole)];
  const lower = first.toLowerCase().replaceAll("-", "");
  expect(await act(second, "mark-duplicate", { of: lower })).toMatchObject({
    status: 200,
    body: { status: "assigned", flags: { duplicateOf: first } },
  });
  expect([await duplicatesOf(first), await duplicatesOf(second)]).toEqual([[], []]);
  expect(await act(second, "mark-duplicate", { of: first })).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining("unmark it first") },
  });
  const officer = officerOf("ubnd-phuong-my-tho");
  await act(second, "accept", {}, officer);
  expect((await act(second, "resolve", { text: "Đã vá" }, officer)).body.status).toBe("resolved");
  expect((await act(second, "unmark-duplicate", {})).body).not.toHaveProperty("flags.duplicateOf");
  expect((await duplicatesOf(first)).map(({ code }) => code)).toEqual([second]);
  expect((await call(agent, "GET", `/desk/v1/tickets/${second}`)).body.timeline).toMatchObject([
    { sequence: 1 },
    { sequence: 2, events: [{ type: "ticket.duplicate-marked", of: first }] },
    { sequence: 3 },
    { sequence: 4 },
    { sequence: 5, events: [{ type: "ticket.duplicate-unmarked", from: first }] },
  ]);
});

it.each(["mark-duplicate", "merge"])(
  "refuses to %s into nothing, into itself, or into another duplicate",
  async (name) => {
    const { report, act, officerOf } = await watchfulDesk();
    const codes = [
      await report("0900000022", pothole),
      await report("0900000033", pothole),
      await report("0900000044", pothole),
    ];
    const [first = "", second = "", third = ""] = codes;
    const into = (other: string) => (name === "merge" ? { into: other } : { of: other });
    expect(await act(first, name, into("DT-2026-999999-A"))).toMatchObject({
      status: 422,
      body: { errors: [{ path: name === "merge" ? "into" : "of" }] },
    });
    expect((await act(first, name, into(first))).status).toBe(422);
    expect((await act(first, name, into(second), officerOf("ubnd-phuong-my-tho"))).status).toBe(403);
    expect((await act(second, name, into(first))).status).toBe(200);
    expect(await act(third, name, into(second))).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining(`name ${first}`) },
    });
  },
);

it("agents and supervisors see a storm with its tickets; a supervisor dismisses it, once", async () => {
  const { report, proposalsFor, call, agent, supervisor, admin, officerOf, act } = await watchfulDesk();
  const codes = [];
  for (const last of ["22", "33", "44", "55", "66"]) codes.push(await report(`09000000${last}`, pothole));
  const seen = await proposalsFor(agent);
  expect(seen.body.items).toMatchObject([
    {
      category: "giao_thong",
      areaCode: "phuong-my-tho",
      status: "proposed",
      reporters: 4,
      threshold: 4,
      tickets: codes,
    },
  ]);
  expect((await proposalsFor(officerOf("ubnd-phuong-my-tho"))).status).toBe(403);
  expect((await proposalsFor(admin)).status).toBe(403);

  const [moved = "", ...others] = codes;
  await act(moved, "assign", { agency: "so-xay-dung" });
  const limited = {
    event: {
      requestContext: {
        authorizer: { jwt: { claims: { sub: "s-2", roles: "supervisor", agencies: "ubnd-phuong-my-tho" } } },
      },
    },
  };
  expect((await proposalsFor(limited)).body.items).toMatchObject([{ tickets: others }]);
  const stranger = {
    event: {
      requestContext: {
        authorizer: { jwt: { claims: { sub: "s-3", roles: "supervisor", agencies: "ubnd-xa-hoi-cu" } } },
      },
    },
  };
  expect((await proposalsFor(stranger)).body.items).toEqual([]);

  const dismiss = (who: object, id = seen.body.items[0]?.id) =>
    call(who, "POST", `/desk/v1/incident-proposals/${id}/dismiss`);
  expect([
    (await dismiss(agent)).status,
    (await dismiss(stranger)).status,
    (await dismiss(supervisor, "none")).status,
  ]).toEqual([403, 404, 404]);
  expect((await dismiss(limited)).body).toMatchObject({ status: "dismissed", dismissedBy: "s-2" });
  expect((await dismiss(supervisor)).body).toMatchObject({ dismissedBy: "s-2" });
  expect((await proposalsFor(agent)).body.items).toEqual([]);
  expect((await proposalsFor(agent, "?status=dismissed")).body.items).toHaveLength(1);
});

it("acknowledging the alert of a storm holds no ladder of the ticket that made it", async () => {
  const { report, call, supervisor, alerts, tickets } = await watchfulDesk();
  const code = await report("0900000022", pothole);
  const ticketId = (await tickets.idOfCode(code)) ?? "";
  const kind = "incident-proposed" as const;
  alerts.push({ id: "e1", staff: "~province", kind, ticketId, ticketCode: code, at: "2026-09-14T01:15:30.000Z" });
  const answer = await call(supervisor, "POST", "/desk/v1/alerts/e1/acknowledge");
  expect(answer).toMatchObject({ status: 200, body: { acknowledgedBy: "supervisor-1" } });
  expect((await tickets.find(ticketId))?.version).toBe(1);
});
