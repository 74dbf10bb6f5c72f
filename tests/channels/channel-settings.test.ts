import { describe, expect, it } from "vitest";
import { channelAdapters } from "#channels/channel-adapters";
import { channelEnvironment, channelSettingsOf } from "#channels/channel-settings";
import { fetchTextWith } from "#channels/fetch-text";
import { environment } from "#platform/environment";
import { testPseudonym } from "./test-pseudonym.ts";

const variables = {
  ZALO_APP_ID: "1",
  ZALO_OA_ID: "2",
  ZALO_WEBHOOK_SECRET: "zalo-secret",
  ESMS_CPID: "DT1022CP",
  ESMS_PRIVATE_KEY: "esms-private-key",
  VCOM_CLIENT_ID: "dt1022",
  VCOM_SECRET: "vcom-secret",
  TWILIO_AUTH_TOKEN: "twilio-token",
  PUBLIC_URL: "https://1022.example.vn/",
  PHONE_WEBHOOK_SECRET: "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
  EVENTS_WEBHOOK_SECRET: "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
};
const read = (changed: Record<string, string | undefined> = {}) =>
  channelSettingsOf(environment(channelEnvironment, { ...variables, ...changed }));

describe("the channels' settings", () => {
  it("come from the environment, with lists between commas and a default for what most places need", () => {
    const settings = read({ SMS_TOPIC_ARNS: "arn:aws:sns:ap-southeast-1:1:a, arn:aws:sns:ap-southeast-1:1:b," });
    expect(settings).toMatchObject({
      esmsCpid: "DT1022CP",
      publicUrl: "https://1022.example.vn",
      smsTopicArns: ["arn:aws:sns:ap-southeast-1:1:a", "arn:aws:sns:ap-southeast-1:1:b"],
      smsKeywords: ["1022", "PA"],
    });
    expect(settings.stringeeAccountSid).toBeUndefined();
  });

  it.each`
    variable                  | value         | message
    ${"ESMS_CPID"}            | ${undefined}  | ${/ESMS_CPID is missing/}
    ${"PHONE_WEBHOOK_SECRET"} | ${"a-secret"} | ${/PHONE_WEBHOOK_SECRET: expected a Standard Webhooks secret: whsec_/}
    ${"VCOM_SECRET"}          | ${"short"}    | ${/VCOM_SECRET: expected at least 8 characters/}
    ${"PUBLIC_URL"}           | ${"1022.vn"}  | ${/PUBLIC_URL: /}
    ${"SMS_TOPIC_ARNS"}       | ${"inbound"}  | ${/SMS_TOPIC_ARNS: expected ARNs of SNS topics/}
  `("stop the start when $variable is $value, and never show a secret", ({ variable, value, message }) => {
    expect(() => read({ [variable]: value })).toThrow(message);
    expect(() => read({ [variable]: value })).not.toThrow(/a-secret/);
  });

  it("give every adapter under its own source, its channel first", async () => {
    const adapters = channelAdapters(read(), { pseudonym: testPseudonym, fetchText: async () => "" });
    expect([...adapters.keys()]).toEqual(
      expect.arrayContaining([
        "zalo",
        "web",
        ...["esms", "vcom", "twilio", "aws"].flatMap((vendor) => [`sms/${vendor}`, `sms/${vendor}/status`]),
        ...["phone/transcripts", "phone/calls"],
        ...["stringee", "omicall", "asterisk"].map((pbx) => `phone/calls/${pbx}`),
      ]),
    );
    for (const [source, load] of adapters) {
      const adapter = await load();
      expect(adapter.source).toBe(source);
      expect(source.split("/")[0]).toBe(adapter.channel);
    }
  });
});

describe("a text from the web", () => {
  const answering = (response: Response) => fetchTextWith(async () => response);

  it("is what the server says", async () => {
    expect(await answering(new Response("a certificate"))("https://a.example.vn/x")).toBe("a certificate");
  });

  it.each([new Response("", { status: 404 }), new Response("x".repeat(65_537))])(
    "is refused otherwise",
    async (answer) => {
      const reading = answering(answer)("https://a.example.vn/?Token=secret");
      await expect(reading).rejects.toThrow(/^a\.example\.vn answered \d+ with \d+ characters$/);
    },
  );
});
