import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { isPublicAddress } from "#channels/webhook/is-public-address";
import { retryAfterMs } from "#channels/webhook/retry-after";
import { type WebhookSenderSettings, webhookSender } from "#channels/webhook/webhook-sender";
import type { OutboundDelivery } from "#contracts/outbound-message";
import { lineFault, type VendorCall, vendorDouble } from "./vendor-double.ts";

const secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const now = new Date("2026-08-14T02:10:30.500Z");
const event = { specversion: "1.0", id: "ticket-1.7", type: "ticket.resolved", data: { code: "DT-2026-000251-K" } };
const delivery: OutboundDelivery = {
  messageId: "msg_1022a1b2c3",
  kind: "integration",
  to: "https://partner.example/hooks/1022",
  text: "",
  payload: event,
};
const respond =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(status === 204 ? null : "ok", { status, headers });

function senderTo(answer: (call: VendorCall) => Response | Error, change: Partial<WebhookSenderSettings> = {}) {
  const { fetch, calls } = vendorDouble(answer);
  const secretOf = async () => secret;
  const addressesOf = async () => ["93.184.216.34", "2606:2800:220:1::1"];
  const settings = { secretOf, addressesOf, allowPrivate: false, fetch, now: () => now, ...change };
  return { calls, sender: webhookSender(settings) };
}

it("an event is posted as CloudEvents JSON with a signature that the partner's library accepts", async () => {
  const { sender, calls } = senderTo(respond(204));
  expect(await sender.send(delivery)).toEqual({ kind: "sent" });
  const [call] = calls;
  expect(call).toMatchObject({ method: "POST", url: delivery.to });
  expect(JSON.parse(call?.body ?? "")).toEqual(event);
  expect(call?.headers.get("content-type")).toBe("application/cloudevents+json; charset=UTF-8");
  expect(call?.headers.get("webhook-id")).toBe("msg_1022a1b2c3");
  expect(call?.headers.get("webhook-timestamp")).toBe("1786673430");
  const expected = new Webhook(secret).sign("msg_1022a1b2c3", now, call?.body ?? "");
  expect(call?.headers.get("webhook-signature")).toBe(expected);
});

it("the signature is the one of the standard's own worked example", async () => {
  const body = '{"type":"ticket.created","timestamp":"2026-09-14T01:15:30Z","data":{"ticketId":"1022-260914-000123"}}';
  const at = () => new Date(1_789_348_530_000);
  const { sender, calls } = senderTo(respond(200), { now: at });
  await sender.send({ ...delivery, payload: JSON.parse(body) });
  expect(calls[0]?.headers.get("webhook-signature")).toBe("v1,dnBTZs0Os67nifSl4yXrAsU5OapPUfq60021mu+IIro=");
});

it("each attempt has the same id and its own time", async () => {
  const { sender, calls } = senderTo(respond(500));
  const later = webhookSender({
    secretOf: async () => secret,
    addressesOf: async () => ["93.184.216.34"],
    allowPrivate: false,
    fetch: vendorDouble((call) => {
      calls.push(call);
      return new Response("");
    }).fetch,
    now: () => new Date(now.getTime() + 60_000),
  });
  const attempt = { ...delivery, messageId: "ticket-1.7#partner" };
  await sender.send(attempt);
  await later.send(attempt);
  const ids = calls.map(({ headers }) => headers.get("webhook-id"));
  expect(ids[0]).toMatch(/^msg_[0-9a-f]{40}$/);
  expect(ids[1]).toBe(ids[0]);
  expect(calls.map(({ headers }) => headers.get("webhook-timestamp"))).toEqual(["1786673430", "1786673490"]);
  expect(await sender.wasSent(attempt)).toBe("no");
});

it.each`
  status | headers                                               | outcome
  ${200} | ${{}}                                                 | ${{ kind: "sent" }}
  ${202} | ${{}}                                                 | ${{ kind: "sent" }}
  ${410} | ${{}}                                                 | ${{ kind: "refused", reason: "webhook is gone (410)" }}
  ${301} | ${{ location: "https://other.example" }}              | ${{ kind: "retry", reason: "webhook HTTP 301" }}
  ${400} | ${{}}                                                 | ${{ kind: "retry", reason: "webhook HTTP 400" }}
  ${429} | ${{ "retry-after": "120" }}                           | ${{ kind: "retry", reason: "webhook HTTP 429", afterMs: 120_000 }}
  ${503} | ${{ "retry-after": "Fri, 14 Aug 2026 02:15:30 GMT" }} | ${{ kind: "retry", reason: "webhook HTTP 503", afterMs: 299_500 }}
  ${502} | ${{ "retry-after": "bald" }}                          | ${{ kind: "retry", reason: "webhook HTTP 502" }}
`("an answer of $status is $outcome.kind", async ({ status, headers, outcome }) => {
  expect(await senderTo(respond(status, headers)).sender.send(delivery)).toEqual(outcome);
});

it.each`
  header                             | waitMs
  ${null}                            | ${undefined}
  ${"0"}                             | ${0}
  ${" 30 "}                          | ${30_000}
  ${"999999999"}                     | ${86_400_000}
  ${"-5"}                            | ${undefined}
  ${"Fri, 14 Aug 2026 02:00:00 GMT"} | ${0}
`("a Retry-After of $header waits $waitMs ms", ({ header, waitMs }) => {
  expect(retryAfterMs(header, now)).toBe(waitMs);
});

it.each(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND"])("after %s it is tried again", async (code) => {
  expect(await senderTo(() => lineFault(code)).sender.send(delivery)).toEqual({
    kind: "retry",
    reason: `webhook ${code}`,
  });
});

it.each`
  address                   | isPublic
  ${"93.184.216.34"}        | ${true}
  ${"2606:2800:220:1::1"}   | ${true}
  ${"127.0.0.1"}            | ${false}
  ${"10.1.2.3"}             | ${false}
  ${"172.31.255.255"}       | ${false}
  ${"172.32.0.1"}           | ${true}
  ${"192.168.1.1"}          | ${false}
  ${"169.254.169.254"}      | ${false}
  ${"100.64.0.1"}           | ${false}
  ${"0.0.0.0"}              | ${false}
  ${"224.0.0.1"}            | ${false}
  ${"255.255.255.255"}      | ${false}
  ${"::1"}                  | ${false}
  ${"::"}                   | ${false}
  ${"::ffff:127.0.0.1"}     | ${false}
  ${"::ffff:93.184.216.34"} | ${false}
  ${"64:ff9b::a9fe:a9fe"}   | ${false}
  ${"2002:7f00:1::"}        | ${false}
  ${"fd12::1"}              | ${false}
  ${"fe80::1"}              | ${false}
  ${"ff02::1"}              | ${false}
  ${"partner.example"}      | ${false}
`("$address is public: $isPublic", ({ address, isPublic }) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

it.each`
  address                            | addresses                        | kind
  ${"https://partner.example/x"}     | ${["10.0.0.5"]}                  | ${"refused"}
  ${"https://partner.example/x"}     | ${["93.184.216.34", "10.0.0.5"]} | ${"refused"}
  ${"https://partner.example/x"}     | ${[]}                            | ${"refused"}
  ${"https://[::1]/x"}               | ${["::1"]}                       | ${"refused"}
  ${"http://partner.example/x"}      | ${["93.184.216.34"]}             | ${"refused"}
  ${"https://a:b@partner.example/x"} | ${["93.184.216.34"]}             | ${"refused"}
  ${"file:///etc/passwd"}            | ${["93.184.216.34"]}             | ${"refused"}
  ${"partner.example"}               | ${["93.184.216.34"]}             | ${"refused"}
`("nothing is sent to $address at $addresses: it could be behind our walls", async ({ address, addresses, kind }) => {
  const { sender, calls } = senderTo(respond(200), { addressesOf: async () => addresses });
  expect((await sender.send({ ...delivery, to: address })).kind).toBe(kind);
  expect(calls).toHaveLength(0);
});

it("a host that is not found now may be found later", async () => {
  const { sender } = senderTo(respond(200), { addressesOf: () => Promise.reject(new Error("ENOTFOUND")) });
  expect((await sender.send(delivery)).kind).toBe("retry");
});

it("on a laptop the receiver may be on the same machine, but nothing else than the web is called", async () => {
  const { sender, calls } = senderTo(respond(200), { allowPrivate: true, addressesOf: async () => ["127.0.0.1"] });
  expect((await sender.send({ ...delivery, to: "http://localhost:9022/hook" })).kind).toBe("sent");
  expect((await sender.send({ ...delivery, to: "ftp://localhost/hook" })).kind).toBe("refused");
  expect(calls).toHaveLength(1);
});

it("a message without an event is refused", async () => {
  const { payload: _event, ...withoutEvent } = delivery;
  expect((await senderTo(respond(200)).sender.send(withoutEvent)).kind).toBe("refused");
});
