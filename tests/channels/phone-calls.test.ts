import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "#channels/phone/calls/csv-line";
import { pbxPath } from "#channels/phone/calls/pbx-proof";
import { keepsTheAdapterContract, type Sign } from "./adapter-contract.ts";
import { channelSamples } from "./channel-samples.ts";
import { phoneAdapter, phoneSettings, signStandardWebhook } from "./phone-settings.ts";

const signed = signStandardWebhook(phoneSettings.secret);
const secretOf = (source: string) => pbxPath(source, phoneSettings.secret).slice(source.length + 1);
const withSecret =
  (source: string): Sign =>
  () => ({ query: `secret=${secretOf(source)}` });

keepsTheAdapterContract(phoneAdapter("phone/calls"), "phone/calls", signed);
keepsTheAdapterContract(phoneAdapter("phone/calls/stringee"), "phone/stringee", withSecret("phone/calls/stringee"));
keepsTheAdapterContract(phoneAdapter("phone/calls/omicall"), "phone/omicall", withSecret("phone/calls/omicall"));
keepsTheAdapterContract(phoneAdapter("phone/calls/asterisk"), "phone/asterisk", signed);

const identityOf = (source: string, folder: string, wanted: string) => {
  const sample = channelSamples(folder).find(({ name }) => name === `${wanted}.json`);
  if (sample === undefined) throw new Error(`There is no sample ${wanted}`);
  return phoneAdapter(source).identify(sample.request);
};

describe("a call record", () => {
  it("meets the transcript of its call in one conversation, and is not taken for it", () => {
    const transcript = identityOf("phone/transcripts", "phone/transcripts", "neutral-with-roles");
    const record = identityOf("phone/calls", "phone/calls", "neutral");
    expect(record.conversation).toBe(transcript.conversation);
    expect(record.messageId).not.toBe(transcript.messageId);
  });

  it("of another leg of the call is another record of the same conversation", () => {
    const first = identityOf("phone/calls/asterisk", "phone/asterisk", "json");
    const second = identityOf("phone/calls/asterisk", "phone/asterisk", "second-leg-of-one-call");
    expect(second.conversation).toBe(first.conversation);
    expect(second.messageId).not.toBe(first.messageId);
  });

  it("is the same whether Stringee or a relay that signs brings it", () => {
    const relayed = identityOf("phone/calls", "phone/calls", "stringee-signed-by-us");
    expect(identityOf("phone/calls/stringee", "phone/stringee", "ended")).toEqual(relayed);
  });

  it("is not taken at the address of another PBX", () => {
    const [sample] = channelSamples("phone/stringee").filter(({ name }) => name === "ended.json");
    if (sample === undefined) throw new Error("There is no sample ended");
    const query = `secret=${secretOf("phone/calls/omicall")}`;
    const proof = phoneAdapter("phone/calls/stringee").prove({ ...sample.request, query }, new Date(0));
    expect(proof.kind).toBe("forged");
  });
});

describe("a line of CSV", () => {
  it.each`
    text             | fields
    ${"a,b"}         | ${["a", "b"]}
    ${"a,b\r\n"}     | ${["a", "b"]}
    ${",,"}          | ${["", "", ""]}
    ${""}            | ${[""]}
    ${'"a,b",c'}     | ${["a,b", "c"]}
    ${'"a ""b"" c"'} | ${['a "b" c']}
    ${'"",""'}       | ${["", ""]}
    ${'"a"b'}        | ${undefined}
    ${'"a'}          | ${undefined}
    ${'a"b'}         | ${undefined}
    ${"a\nb"}        | ${undefined}
    ${'"a\nb"'}      | ${undefined}
  `("$text has the fields $fields", ({ text, fields }) => {
    expect(csvLine(text)).toEqual(fields);
  });

  it("gives back whatever was written as CSV", () => {
    const field = fc.string().filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), (fields) => {
        const line = fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
        expect(csvLine(line)).toEqual(fields);
      }),
      { seed: 1022 },
    );
  });

  it.each([`"${'""'.repeat(400_000)}`, ",".repeat(400_000), '"'.repeat(800_001)])(
    "is read or refused at once",
    (text) => {
      expect(() => csvLine(text)).not.toThrow();
    },
  );
});
