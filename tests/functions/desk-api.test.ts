import { expect, it } from "vitest";
import { dynamoQuarantine } from "#platform/dynamo-quarantine";
import { deskApi } from "../fixtures/desk-api.ts";

const pothole = { text: "Ổ gà trước số 45, gọi lại 0900 000 022", phone: "0900000022", name: "Người Thử" };

it("opens a ticket while the caller talks and gives its code at once", async () => {
  const { call, agent } = await deskApi();
  const { status, body } = await call(agent, "POST", "/desk/v1/tickets", {
    ...pothole,
    category: "cay_xanh",
    urgency: "high",
    area: "xa-cai-be",
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    code: expect.stringMatching(/^DT-2026-\d{6}-.$/),
    category: "cay_xanh",
    urgency: "high",
    place: { areaCode: "xa-cai-be" },
    citizen: { phone: "+84900000022", masked: false },
  });
});

it("opens one ticket for one Idempotency-Key", async () => {
  const { call, agent } = await deskApi();
  const open = () => call(agent, "POST", "/desk/v1/tickets", pothole, { "idempotency-key": "k1" });
  expect((await open()).body.code).toBe((await open()).body.code);
});

it("opens a second ticket for a caller who has one already, for it may be another matter", async () => {
  const { call, agent } = await deskApi();
  const open = () => call(agent, "POST", "/desk/v1/tickets", pothole);
  expect((await open()).body.code).not.toBe((await open()).body.code);
});

it.each`
  what                             | body                                   | path
  ${"no text"}                     | ${{ text: " " }}                       | ${"text"}
  ${"a category nobody knows"}     | ${{ ...pothole, category: "weather" }} | ${"category"}
  ${"an area nobody knows"}        | ${{ ...pothole, area: "xa-khong-co" }} | ${"area"}
  ${"a phone number that is none"} | ${{ ...pothole, phone: "12" }}         | ${"phone"}
  ${"a field nobody knows"}        | ${{ ...pothole, colour: "red" }}       | ${""}
`("refuses $what and says where", async ({ body, path }) => {
  const { call, agent } = await deskApi();
  const answer = await call(agent, "POST", "/desk/v1/tickets", body);
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ code: "invalid-input", errors: [{ path }] });
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
});

async function oneTicket() {
  const desk = await deskApi();
  const { body } = await desk.call(desk.agent, "POST", "/desk/v1/tickets", pothole);
  const act = (who: object, name: string, input?: unknown, headers?: Record<string, string>) =>
    desk.call(who, "POST", `/desk/v1/tickets/${body.code}/actions/${name}`, input, headers);
  return { ...desk, code: body.code as string, act, officer: desk.officerOf("ubnd-phuong-my-tho") };
}

it("takes a ticket through its life and shows every step with the words that were said", async () => {
  const { call, agent, officer, code, act } = await oneTicket();
  expect((await act(officer, "accept")).body.status).toBe("in-progress");
  expect((await act(officer, "reply", { text: "Chúng tôi đang xem" })).status).toBe(200);
  expect((await act(officer, "resolve", { text: "Đã vá xong" })).body.status).toBe("resolved");
  expect((await act(agent, "close")).body.status).toBe("closed");
  const { body } = await call(agent, "GET", `/desk/v1/tickets/${code}`);
  expect(body.messages.map(({ direction, text }) => `${direction}: ${text}`)).toEqual([
    `in: ${pothole.text}`,
    "out: Chúng tôi đang xem",
    "out: Đã vá xong",
  ]);
  expect(body.timeline.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
});

it.each`
  who                           | status
  ${"nobody"}                   | ${401}
  ${"an auditor"}               | ${403}
  ${"another agency's officer"} | ${403}
`("refuses an action by $who with $status", async ({ who, status }) => {
  const { act, nobody, officerOf } = await oneTicket();
  const users: Record<string, object> = {
    nobody,
    "an auditor": { event: { requestContext: { authorizer: { jwt: { claims: { sub: "a", roles: ["auditor"] } } } } } },
    "another agency's officer": officerOf("ubnd-xa-hoi-cu"),
  };
  expect((await act(users[who] ?? {}, "accept")).status).toBe(status);
});

it("refuses an action that the status does not allow, with what it would need", async () => {
  const { act, agent } = await oneTicket();
  expect(await act(agent, "close")).toMatchObject({
    status: 409,
    body: { code: "not-allowed-now", detail: expect.stringContaining("close needs it to be") },
  });
});

it("refuses an action without what it must be told", async () => {
  const { act, agent } = await oneTicket();
  expect(await act(agent, "resolve")).toMatchObject({ status: 422 });
  expect(await act(agent, "resolve", { text: "" })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "text" }] },
  });
});

it("refuses a write on a version that is no longer the ticket's", async () => {
  const { act, agent, officer } = await oneTicket();
  await act(officer, "accept", {}, { "if-match": '"1"' });
  expect(await act(agent, "note", { text: "x" }, { "if-match": '"1"' })).toMatchObject({
    status: 412,
    body: { code: "stale-version" },
  });
});

it("does an act once under one Idempotency-Key, and another act under the same key as well", async () => {
  const { act, agent } = await oneTicket();
  const first = await act(agent, "note", { text: "x" }, { "idempotency-key": "k" });
  expect((await act(agent, "note", { text: "x" }, { "idempotency-key": "k" })).body.version).toBe(first.body.version);
  expect((await act(agent, "reply", { text: "y" }, { "idempotency-key": "k" })).body.version).toBe(
    first.body.version + 1,
  );
});

it("shows an officer of another agency neither the ticket nor its row in a list", async () => {
  const { call, code, officerOf } = await oneTicket();
  const other = officerOf("ubnd-xa-hoi-cu");
  expect((await call(other, "GET", `/desk/v1/tickets/${code}`)).status).toBe(403);
  expect((await call(other, "GET", "/desk/v1/tickets")).body.items).toEqual([]);
  expect((await call(other, "GET", "/desk/v1/tickets?phone=0900000022")).body.items).toEqual([]);
});

it("hides a citizen who asked for it from the agency: name, number and numbers in the text", async () => {
  const { call, agent, officerOf } = await deskApi();
  const { body } = await call(agent, "POST", "/desk/v1/tickets", { ...pothole, anonymous: true });
  const seen = JSON.stringify(
    (await call(officerOf("ubnd-phuong-my-tho"), "GET", `/desk/v1/tickets/${body.code}`)).body,
  );
  expect(seen).not.toMatch(/84900000022|0900 000 022|Người Thử/);
  expect(seen).toContain('"masked":true');
});

it("pages through a list without repeating or losing a ticket, and refuses a cursor that was changed", async () => {
  const { call, agent, time } = await deskApi();
  for (let index = 0; index < 5; index++) {
    time.now = new Date(time.now.getTime() + 1000);
    await call(agent, "POST", "/desk/v1/tickets", { text: `Ổ gà số ${index}` });
  }
  const first = await call(agent, "GET", "/desk/v1/tickets?limit=3");
  const second = await call(agent, "GET", `/desk/v1/tickets?limit=3&cursor=${first.body.nextCursor}`);
  const codes = [...first.body.items, ...second.body.items].map(({ code }) => code);
  expect([codes.length, new Set(codes).size, second.body.nextCursor]).toEqual([5, 5, undefined]);
  expect((await call(agent, "GET", `/desk/v1/tickets?cursor=${first.body.nextCursor}x1`)).body.code).toBe(
    "invalid-cursor",
  );
});

it.each(["status=weird", "limit=101", "limit=0", "due=maybe", "nonsense=1"])("refuses the query %s", async (query) => {
  const { call, agent } = await deskApi();
  expect((await call(agent, "GET", `/desk/v1/tickets?${query}`)).status).toBe(422);
});

it("answers a body that is announced as JSON and is none with 400", async () => {
  const { call, agent } = await deskApi();
  expect(await call(agent, "POST", "/desk/v1/tickets", "{not json")).toMatchObject({
    status: 400,
    body: { code: "malformed-json" },
  });
});

it.each(["DT-2026-000001-K", "not-a-code"])("answers the code %s, which names no ticket, with 404", async (code) => {
  const { call, agent } = await deskApi();
  expect(await call(agent, "GET", `/desk/v1/tickets/${code}`)).toMatchObject({
    status: 404,
    body: { code: "not-found" },
  });
});

it("lets a supervisor acknowledge an alert of the province, and nobody an alert that is not on their lists", async () => {
  const { call, supervisor, code, alerts, tickets, officerOf } = await oneTicket();
  const ticketId = (await tickets.idOfCode(code)) ?? "";
  alerts.push({
    id: "e1",
    staff: "~province",
    kind: "breached",
    ticketId,
    ticketCode: code,
    clock: "resolve",
    at: "2026-09-14T01:15:30.000Z",
  });
  expect((await call(supervisor, "GET", "/desk/v1/alerts")).body.items).toHaveLength(1);
  expect((await call(supervisor, "POST", "/desk/v1/alerts/e1/acknowledge")).body).toMatchObject({
    acknowledgedBy: "supervisor-1",
  });
  expect((await call(officerOf("ubnd-xa-hoi-cu"), "POST", "/desk/v1/alerts/e1/acknowledge")).status).toBe(404);
});

it("lists tickets that wait at the desk as the call centre's", async () => {
  const { call, agent } = await deskApi({ chooseAgency: () => ({ desk: true, why: "no area" }) });
  await call(agent, "POST", "/desk/v1/tickets", pothole);
  const { body } = await call(agent, "GET", "/desk/v1/tickets?agency=trung-tam-1022");
  expect(body.items).toMatchObject([{ agency: "trung-tam-1022", flags: { needsTriage: true } }]);
});

it("shows what nobody could read to an admin alone, and reads it again under its own identity", async () => {
  const { call, admin, agent, client, table, queued } = await deskApi();
  const delivery = {
    source: "zalo",
    conversation: "zalo#1",
    messageId: "m1",
    body: "{}",
    encoding: "utf8",
    receivedAt: "2026-09-14T01:15:30.000Z",
  };
  const record = {
    queue: "inbound",
    source: "zalo",
    reason: "no event name",
    body: JSON.stringify(delivery),
    at: delivery.receivedAt,
  };
  const id = await dynamoQuarantine(client, table).keep(record);
  expect((await call(agent, "GET", "/desk/v1/quarantine?month=2026-09")).status).toBe(403);
  expect((await call(admin, "GET", "/desk/v1/quarantine?month=2026-09")).body.items).toMatchObject([
    { id, reason: "no event name" },
  ]);
  expect((await call(admin, "POST", `/desk/v1/quarantine/${id}/retry`)).status).toBe(202);
  expect(queued).toEqual([delivery]);
  expect((await call(admin, "POST", "/desk/v1/quarantine/2026-09.nothing/retry")).status).toBe(404);
});
