import { expect, it } from "vitest";
import { citizenApi } from "../fixtures/citizen-api.ts";
import { leaksIn, tellingText } from "../fixtures/personal-data.ts";

const form = {
  text: "Ổ gà trước số 45",
  phone: "0900 000 022",
  publish: false,
  anonymous: false,
  consent: { contact: true },
};

it("promises a code that can be followed at once, before the ticket is written", async () => {
  const { call } = await citizenApi();
  const { status, body } = await call("POST", "/api/v1/tickets", form);
  expect(status).toBe(202);
  expect(body.trackingUrl).toBe(`https://1022.example.vn/theo-doi/${body.code}?token=${body.trackingToken}`);
  expect(await call("GET", `/api/v1/tickets/${body.code}?token=${body.trackingToken}`)).toMatchObject({
    status: 200,
    body: { code: body.code, status: "received" },
  });
  expect(await call("GET", `/api/v1/tickets/${body.code}?phone=0022`)).toMatchObject({ status: 200 });
});

it("takes the same form twice as one matter and queues it with one identity", async () => {
  const { call, queued } = await citizenApi();
  const first = await call("POST", "/api/v1/tickets", form);
  const second = await call("POST", "/api/v1/tickets", form);
  expect(second.body).toEqual(first.body);
  expect(new Set(queued.map(({ conversation, messageId }) => `${conversation} ${messageId}`)).size).toBe(1);
});

it("writes the ticket under the promised code and shows it to its sender alone", async () => {
  const { call, work } = await citizenApi();
  const { body } = await call("POST", "/api/v1/tickets", form);
  await work();
  expect(await call("GET", `/api/v1/tickets/${body.code}?phone=0022`)).toMatchObject({
    status: 200,
    body: { status: "assigned", agency: "Cơ quan ubnd-phuong-my-tho" },
  });
  expect(await call("GET", `/api/v1/tickets/${body.code}?phone=0023`)).toMatchObject({
    status: 404,
    body: { code: "not-found" },
  });
  expect(await call("GET", `/api/v1/tickets/${body.code}?token=wrong`)).toMatchObject({ status: 404 });
  expect(await call("GET", `/api/v1/tickets/${body.code}`)).toMatchObject({ status: 404 });
});

it("slows down whoever guesses, by code, also when each guess is another one", async () => {
  const { call, work } = await citizenApi();
  const { body } = await call("POST", "/api/v1/tickets", form);
  await work();
  const tries = [];
  for (let guess = 0; guess < 12; guess++)
    tries.push((await call("GET", `/api/v1/tickets/${body.code}?phone=${String(9000 + guess)}`)).status);
  expect(tries.slice(0, 10)).toEqual(Array(10).fill(404));
  expect(tries.slice(10)).toEqual([429, 429]);
});

it("adds what the citizen says later to the same ticket", async () => {
  const { call, work, tickets } = await citizenApi();
  const { body } = await call("POST", "/api/v1/tickets", form);
  await work();
  await call("POST", `/api/v1/tickets/${body.code}/messages?token=${body.trackingToken}`, { text: "Ở gần chợ" });
  await work();
  const id = await tickets.idOfCode(body.code);
  expect((await tickets.find(id ?? ""))?.messageCount).toBe(2);
});

it("lets the citizen say that it is not fixed, and afterwards that it is", async () => {
  const { call, work, act } = await citizenApi();
  const { body } = await call("POST", "/api/v1/tickets", form);
  await work();
  const own = (what: string, input?: unknown) =>
    call("POST", `/api/v1/tickets/${body.code}/${what}?token=${body.trackingToken}`, input);
  expect(await own("confirm")).toMatchObject({ status: 409, body: { code: "not-allowed-now" } });
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  expect(await own("reopen", { reason: "Vẫn còn" })).toMatchObject({ status: 200, body: { status: "assigned" } });
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá lại" } });
  expect(await own("rating", { score: "khong-hai-long" })).toMatchObject({ status: 200 });
  expect(await own("confirm")).toMatchObject({ status: 200, body: { status: "closed" } });
});

it.each`
  what                             | change                     | path
  ${"no text"}                     | ${{ text: "  " }}          | ${"text"}
  ${"a phone number that is none"} | ${{ phone: "12" }}         | ${"phone"}
  ${"no word on publishing"}       | ${{ publish: undefined }}  | ${"publish"}
  ${"a category nobody knows"}     | ${{ category: "weather" }} | ${"category"}
`("refuses a form with $what and queues nothing", async ({ change, path }) => {
  const { call, queued } = await citizenApi();
  expect(await call("POST", "/api/v1/tickets", { ...form, ...change })).toMatchObject({
    status: 422,
    body: { errors: [{ path }] },
  });
  expect(queued).toEqual([]);
});

it("describes every API in one OpenAPI 3.1 document", async () => {
  const { call } = await citizenApi();
  const { body } = await call("GET", "/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  expect(Object.keys(body.paths ?? {})).toEqual(
    expect.arrayContaining(["/api/v1/tickets", "/desk/v1/tickets/{code}/actions/resolve", "/desk/v1/alerts"]),
  );
});

it("shows nothing of the citizen's own words, so a guessed code and four digits betray nobody", async () => {
  const { call, work } = await citizenApi();
  const { body } = await call("POST", "/api/v1/tickets", { ...form, text: tellingText });
  await work();
  await call("POST", `/api/v1/tickets/${body.code}/messages?token=${body.trackingToken}`, { text: tellingText });
  await work();
  expect(leaksIn((await call("GET", `/api/v1/tickets/${body.code}?phone=0022`)).body)).toEqual([]);
});
