import { describe, expect, it } from "vitest";
import { proveStandardWebhook } from "#channels/standard-webhooks";

/** Verified with the standard's own library. */
const secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const body = '{"type":"ticket.created","timestamp":"2026-09-14T01:15:30Z","data":{"ticketId":"1022-260914-000123"}}';
const signature = "v1,dnBTZs0Os67nifSl4yXrAsU5OapPUfq60021mu+IIro=";
const headers = {
  "webhook-id": "msg_1022a1b2c3",
  "webhook-timestamp": "1789348530",
  "webhook-signature": signature,
};
const signedAtMs = 1_789_348_530_000;

function prove(changed: Record<string, string> = {}, atMs = signedAtMs, bytes: Uint8Array = Buffer.from(body)) {
  const request = { method: "POST", path: "/webhooks/phone/transcripts", query: "", body: bytes };
  return proveStandardWebhook({ ...request, headers: { ...headers, ...changed } }, secret, new Date(atMs)).kind;
}

describe("a Standard Webhooks signature", () => {
  it.each`
    case                                   | changed                                                      | kind
    ${"as the standard's library says it"} | ${{}}                                                        | ${"genuine"}
    ${"among others, as secrets change"}   | ${{ "webhook-signature": `v1a,AAAA v1,BBBB ${signature}` }}  | ${"genuine"}
    ${"of another version"}                | ${{ "webhook-signature": signature.replace("v1,", "v1a,") }} | ${"forged"}
    ${"without its version"}               | ${{ "webhook-signature": signature.slice(3) }}               | ${"forged"}
    ${"cut short"}                         | ${{ "webhook-signature": signature.slice(0, -1) }}           | ${"forged"}
    ${"missing"}                           | ${{ "webhook-signature": "" }}                               | ${"forged"}
    ${"that is not ASCII"}                 | ${{ "webhook-signature": "é".repeat(48) }}                   | ${"forged"}
    ${"of another id"}                     | ${{ "webhook-id": "msg_other" }}                             | ${"forged"}
    ${"of another moment"}                 | ${{ "webhook-timestamp": "1789348531" }}                     | ${"forged"}
    ${"with its moment in milliseconds"}   | ${{ "webhook-timestamp": "1789348530000" }}                  | ${"forged"}
    ${"with no moment"}                    | ${{ "webhook-timestamp": "soon" }}                           | ${"forged"}
  `("$case is $kind", ({ changed, kind }) => {
    expect(prove(changed)).toBe(kind);
  });

  it.each`
    secondsLater | kind
    ${300}       | ${"genuine"}
    ${301}       | ${"forged"}
    ${-300}      | ${"genuine"}
    ${-301}      | ${"forged"}
  `("is $kind when it is $secondsLater seconds old", ({ secondsLater, kind }) => {
    expect(prove({}, signedAtMs + secondsLater * 1000)).toBe(kind);
  });

  it("covers every byte, and only UTF-8", () => {
    expect(prove({}, signedAtMs, Buffer.from(`${body} `))).toBe("forged");
    expect(prove({}, signedAtMs, Buffer.from(`\ufeff${body}`))).toBe("forged");
    expect(prove({}, signedAtMs, Uint8Array.of(0xff))).toBe("malformed");
  });
});
