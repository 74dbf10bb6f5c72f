import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { twilioAdapter } from "#channels/sms/twilio/twilio-adapter";
import { proveTwilio, twilioSign } from "#channels/sms/twilio/twilio-signature";
import { twilioStatusAdapter } from "#channels/sms/twilio/twilio-status-adapter";
import { keepsTheAdapterContract, type Sign } from "./adapter-contract.ts";
import { smsSettings } from "./sms-settings.ts";

const { twilio, reading } = smsSettings;
const sign: Sign = ({ path, query, body }) => {
  const url = `${twilio.publicUrl}${path}${query === "" ? "" : `?${query}`}`;
  const form = new URLSearchParams(new TextDecoder().decode(body));
  return { headers: { "x-twilio-signature": twilioSign(url, form, twilio.authToken) } };
};

keepsTheAdapterContract(twilioAdapter({ ...twilio, ...reading }), "sms/twilio", sign);
keepsTheAdapterContract(twilioStatusAdapter(twilio), "sms/twilio-status", sign);

/** A form of which the vendor's own library, with this token and address, says this signature. */
const known = {
  authToken: "twilio-auth-token-1022",
  signature: "uq9uJZJGRJ/jYFx+cXBu8UO7Yi0=",
  form: [
    "ToCountry=US&ToState=WA&SmsMessageSid=SM102200000000000000000000000000a1&NumMedia=0&ToCity=&FromZip=",
    "SmsSid=SM102200000000000000000000000000a1&FromState=&SmsStatus=received&FromCity=",
    "Body=PA+R%C3%A1c+th%E1%BA%A3i+%C4%91%E1%BB%95+tr%E1%BB%99m+%C4%91%E1%BA%A7u+h%E1%BA%BBm+12&FromCountry=VN",
    "To=%2B12065550100&ToZip=&NumSegments=1&MessageSid=SM102200000000000000000000000000a1",
    "AccountSid=AC10220000000000000000000000000000&From=%2B84900000022&ApiVersion=2010-04-01",
  ].join("&"),
};

describe("Twilio's signature", () => {
  it.each`
    publicUrl                             | kind
    ${"https://api.1022.example.vn"}      | ${"genuine"}
    ${"https://api.1022.example.vn:443"}  | ${"genuine"}
    ${"http://api.1022.example.vn"}       | ${"forged"}
    ${"https://api.1022.example.vn/prod"} | ${"forged"}
    ${"https://api.1022.example.vn:8443"} | ${"forged"}
  `("is $kind when we are known as $publicUrl", ({ publicUrl, kind }) => {
    const request = {
      method: "POST",
      path: "/webhooks/twilio/sms",
      query: "tenant=hcm",
      headers: { "x-twilio-signature": known.signature },
      body: new TextEncoder().encode(known.form),
    };
    expect(proveTwilio(request, { authToken: known.authToken, publicUrl }).kind).toBe(kind);
  });

  it("takes the fields sorted, and of a field given more than once each different value once, sorted", () => {
    const form = new URLSearchParams("b=2&a=y&B=1&a=x&a=y");
    const signed = createHmac("sha1", "token").update("https://1022.example.vn/pB1axayb2").digest("base64");
    expect(twilioSign("https://1022.example.vn/p", form, "token")).toBe(signed);
  });

  it("is genuine whether or not the query still hangs on the path", () => {
    const body = new TextEncoder().encode("MessageSid=SM1&From=%2B84900000022&Body=x");
    const request = { method: "POST", path: "/webhooks/sms/twilio", query: "tenant=1", headers: {}, body };
    const { headers = {} } = sign(request);
    for (const path of [request.path, `${request.path}?tenant=1`]) {
      expect(proveTwilio({ ...request, path, headers }, twilio)).toEqual({ kind: "genuine" });
    }
  });

  it("is genuine when it was made over the address with its port", () => {
    const form = new URLSearchParams("MessageSid=SM1&From=%2B84900000022&Body=x");
    const path = "/webhooks/sms/twilio";
    const signature = twilioSign(`https://1022.example.vn:443${path}`, form, twilio.authToken);
    const headers = { "x-twilio-signature": signature };
    const body = new TextEncoder().encode(form.toString());
    expect(proveTwilio({ method: "POST", path, query: "", headers, body }, twilio)).toEqual({ kind: "genuine" });
  });
});
