import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { describe, expect, it } from "vitest";
import { functionRoute } from "#local/http/function-route";
import { gatewayAnswer } from "#local/http/gateway-answer";
import { gatewayEvent, type HttpCall } from "#local/http/gateway-event";
import { silentLogger } from "./local-queues.ts";

const now = () => new Date("2026-09-14T01:15:30.000Z");
const call = (rest: Partial<HttpCall>): HttpCall => ({
  method: "POST",
  target: "/webhooks/zalo",
  headers: [],
  body: new Uint8Array(),
  sourceIp: "127.0.0.1",
  ...rest,
});
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));

describe("a call becomes the event of an HTTP API", () => {
  it("with its path, query, headers, cookies and sender", () => {
    const event = gatewayEvent(
      call({
        method: "GET",
        target: "/api/v1/tickets?q=%C4%91%C3%A8n&tag=a&tag=b",
        headers: [
          ["Host", "localhost:8022"],
          ["X-Many", "1"],
          ["x-many", "2"],
          ["Cookie", "a=1; b=2"],
        ],
      }),
      now(),
    );
    expect(event).toMatchObject({
      version: "2.0",
      rawPath: "/api/v1/tickets",
      rawQueryString: "q=%C4%91%C3%A8n&tag=a&tag=b",
      queryStringParameters: { q: "đèn", tag: "a,b" },
      headers: { host: "localhost:8022", "x-many": "1,2" },
      cookies: ["a=1", "b=2"],
      requestContext: {
        http: { method: "GET", path: "/api/v1/tickets", sourceIp: "127.0.0.1" },
        timeEpoch: 1789348530000,
      },
      isBase64Encoded: false,
    });
    expect(event.body).toBeUndefined();
  });

  it.each`
    type                                   | body                         | base64
    ${"application/json; charset=utf-8"}   | ${utf8('{"a":"đ"}')}         | ${false}
    ${"application/cloudevents+json"}      | ${utf8("{}")}                | ${false}
    ${"text/plain"}                        | ${utf8("xin chào")}          | ${false}
    ${"application/x-www-form-urlencoded"} | ${utf8("a=1")}               | ${true}
    ${"image/png"}                         | ${Uint8Array.of(137, 80)}    | ${true}
    ${"application/json"}                  | ${Uint8Array.of(0xff, 0xd8)} | ${true}
    ${undefined}                           | ${utf8("no type")}           | ${true}
  `("a body of $type travels as base64: $base64, and no byte is lost", ({ type, body, base64 }) => {
    const headers = type === undefined ? [] : ([["Content-Type", type]] as const);
    const event = gatewayEvent(call({ headers, body }), now());
    expect(event.isBase64Encoded).toBe(base64);
    expect(Buffer.from(event.body ?? "", base64 ? "base64" : "utf8")).toEqual(Buffer.from(body));
  });
});

describe("what a function gives becomes an answer", () => {
  it.each`
    result                                                                  | status | text
    ${{ statusCode: 202, headers: { "x-a": 1 }, body: "đã nhận" }}          | ${202} | ${"đã nhận"}
    ${{ statusCode: 200, isBase64Encoded: true, body: "xJHDo8Igbmjhuq1u" }} | ${200} | ${Buffer.from("xJHDo8Igbmjhuq1u", "base64").toString()}
    ${{ statusCode: 204 }}                                                  | ${204} | ${""}
    ${{ ok: true }}                                                         | ${200} | ${'{"ok":true}'}
    ${{ statusCode: "many" }}                                               | ${500} | ${'{"message":"Internal Server Error"}'}
  `("$result is answered with $status", ({ result, status, text }) => {
    const answer = gatewayAnswer(result);
    expect([answer.status, Buffer.from(answer.body).toString("utf8")]).toEqual([status, text]);
  });

  it("keeps each cookie a header of its own", () => {
    const { headers } = gatewayAnswer({ statusCode: 200, cookies: ["a=1", "b=2"] });
    expect(headers).toEqual([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
  });
});

describe("a function behind a path", () => {
  const app = new Hono();
  app.post("/webhooks/echo", async (c) =>
    c.body(await c.req.arrayBuffer(), 201, {
      "content-type": "image/png",
      "x-query": encodeURI(c.req.query("q") ?? ""),
    }),
  );

  it("written with Hono sees the call as it was made, whatever its bytes", async () => {
    const route = functionRoute({
      path: "/webhooks",
      name: "echo",
      handler: handle(app) as never,
      now,
      logger: silentLogger,
    });
    const body = Uint8Array.of(0, 255, 10, 200);
    const answer = await route.answer(call({ target: "/webhooks/echo?q=%E1%BB%95", body }));
    expect(answer.status).toBe(201);
    expect(answer.headers).toContainEqual(["x-query", encodeURI("ổ")]);
    expect(Buffer.from(answer.body)).toEqual(Buffer.from(body));
  });

  it("that throws is answered as API Gateway answers, without a word of the error", async () => {
    const handler = () => {
      throw new Error("secret of the house");
    };
    const route = functionRoute({ path: "/webhooks", name: "broken", handler, now, logger: silentLogger });
    const answer = await route.answer(call({}));
    expect([answer.status, Buffer.from(answer.body).toString()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });
});
