import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { proveZalo } from "#channels/zalo/zalo-signature";
import type { WebhookRequest } from "#contracts/channel-adapter";

const account = { appId: "123", oaId: "oa1", webhookSecret: "s3cr3t" };
const body =
  '{"app_id":"123","sender":{"id":"u1"},"recipient":{"id":"oa1"},"event_name":"user_send_text","message":{"text":"Xin chào 1022","msg_id":"m1"},"timestamp":"1700000000000"}';
/** Reckoned with sha256sum, not with this code. */
const mac = "83fe51787e09549b85cce2ec789082fdcb286f8776563103913d188bd151b2d6";
const macWithAccountId = "c75b655de8d6cd3688475c7f237dad3c434f78eb56dad3a62710dc17c775d010";

const bytes = (text: string) => new TextEncoder().encode(text);
const call = (signature: string | undefined, text = body, headers: Record<string, string> = {}): WebhookRequest => ({
  method: "POST",
  path: "/webhooks/zalo",
  query: "",
  headers: { ...headers, ...(signature === undefined ? {} : { "x-zevent-signature": signature }) },
  body: bytes(text),
});
const macOf = (text: string, timestamp: string) =>
  createHash("sha256").update(`123${text}${timestamp}s3cr3t`).digest("hex");

it.each`
  call                                 | signature                                                               | kind
  ${"with the mac as Zalo writes it"}  | ${`mac=${mac}`}                                                         | ${"genuine"}
  ${"with bare hex"}                   | ${mac}                                                                  | ${"genuine"}
  ${"in upper case"}                   | ${`MAC=${mac.toUpperCase()}`}                                           | ${"genuine"}
  ${"with blanks around"}              | ${`  mac= ${mac} `}                                                     | ${"genuine"}
  ${"without a signature"}             | ${undefined}                                                            | ${"forged"}
  ${"with a blank signature"}          | ${"   "}                                                                | ${"forged"}
  ${"with a mac of one letter"}        | ${"mac=é"}                                                              | ${"forged"}
  ${"with 64 letters that are no hex"} | ${`mac=${"é".repeat(64)}`}                                              | ${"forged"}
  ${"with a mac cut short"}            | ${`mac=${mac.slice(0, 62)}`}                                            | ${"forged"}
  ${"with a mac that is too long"}     | ${`mac=${mac}00`}                                                       | ${"forged"}
  ${"with one digit changed"}          | ${`mac=${mac.replace(/.$/, "7")}`}                                      | ${"forged"}
  ${"with two macs"}                   | ${`mac=${mac},mac=${mac}`}                                              | ${"forged"}
  ${"signed over the account's id"}    | ${`mac=${macWithAccountId}`}                                            | ${"forged"}
  ${"signed without the secret"}       | ${createHash("sha256").update(`123${body}1700000000000`).digest("hex")} | ${"forged"}
`("a call $call is $kind", ({ signature, kind }) => {
  expect(proveZalo(call(signature), account).kind).toBe(kind);
});

it.each`
  what                                    | text                            | headers                                      | kind
  ${"one byte of the body changed"}       | ${body.replace("Xin", "xin")}   | ${{}}                                        | ${"forged"}
  ${"a blank added"}                      | ${`${body} `}                   | ${{}}                                        | ${"forged"}
  ${"the same JSON written differently"}  | ${body.replace("à", "\\u00e0")} | ${{}}                                        | ${"forged"}
  ${"the body cut short"}                 | ${body.slice(0, -30)}           | ${{ "x-zevent-timestamp": "1700000000000" }} | ${"forged"}
  ${"the timestamp moved into the body"}  | ${`${body}17`}                  | ${{ "x-zevent-timestamp": "00000000000" }}   | ${"malformed"}
  ${"an old recorded call sent again"}    | ${body}                         | ${{ num_retry: "5" }}                        | ${"genuine"}
  ${"a header timestamp that is no time"} | ${body}                         | ${{ "x-zevent-timestamp": "now" }}           | ${"genuine"}
`("a call with $what is $kind", ({ text, headers, kind }) => {
  expect(proveZalo(call(`mac=${mac}`, text, headers), account).kind).toBe(kind);
});

it.each`
  missing             | incomplete
  ${"webhook secret"} | ${{ webhookSecret: "" }}
  ${"app id"}         | ${{ appId: "" }}
`("nothing is genuine while the $missing is not configured", ({ incomplete }) => {
  const unsafe = { ...account, ...incomplete };
  const guess = createHash("sha256").update(`${unsafe.appId}${body}1700000000000${unsafe.webhookSecret}`).digest("hex");
  expect(proveZalo(call(`mac=${guess}`), unsafe).kind).toBe("forged");
});

it.each(["", "{}", " { } ", "\n{}\r\n"])("an unsigned %j is the console's probe", (text) => {
  expect(proveZalo(call(undefined, text), account)).toEqual({ kind: "probe" });
});

it.each(["[]", "null", '{"a":1}', "{}{}", `{}${" ".repeat(40)}`])("an unsigned %j is no probe", (text) => {
  expect(proveZalo(call(undefined, text), account).kind).toBe("forged");
});

it("a probe with a wrong signature is refused, with a right one it is still only a probe", () => {
  const headers = { "x-zevent-timestamp": "1700000000000" };
  expect(proveZalo(call(`mac=${mac}`, "{}", headers), account).kind).toBe("forged");
  expect(proveZalo(call(`mac=${macOf("{}", "1700000000000")}`, "{}", headers), account)).toEqual({ kind: "probe" });
});

it("an event that leaves out app_id is taken, one that names another app is not", () => {
  const without = '{"event_name":"follow","timestamp":"1700000000000"}';
  const other = '{"app_id":"124","event_name":"follow","timestamp":"1700000000000"}';
  expect(proveZalo(call(macOf(without, "1700000000000"), without), account).kind).toBe("genuine");
  expect(proveZalo(call(macOf(other, "1700000000000"), other), account).kind).toBe("forged");
});

it("a signed body without any timestamp proves nothing", () => {
  const text = '{"app_id":"123","event_name":"follow"}';
  expect(proveZalo(call(macOf(text, ""), text), account).kind).toBe("forged");
});
