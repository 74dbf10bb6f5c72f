import { describe, expect, it } from "vitest";
import { adapterAt } from "#channels/adapter-at";
import { plainId } from "#channels/delivery-identity";
import { epochInstant } from "#channels/epoch-instant";
import { hanoiInstant } from "#channels/hanoi-instant";
import { isSameText } from "#channels/is-same-text";
import { readJson } from "#channels/read-json";
import { vcomAdapter } from "#channels/sms/vcom/vcom-adapter";
import { vcomStatusAdapter } from "#channels/sms/vcom/vcom-status-adapter";
import { xmlText } from "#channels/sms/xml-text";
import { urlSecret } from "#channels/url-secret";
import { withoutDiacritics } from "#platform/without-diacritics";
import { smsSettings } from "./sms-settings.ts";

describe("a local time without a zone", () => {
  it.each`
    written                  | instant
    ${"20260914081530"}      | ${"2026-09-14T01:15:30.000Z"}
    ${"2026-09-14 08:15:30"} | ${"2026-09-14T01:15:30.000Z"}
    ${"2026/09/14 08:15:30"} | ${"2026-09-14T01:15:30.000Z"}
    ${"20260101000000"}      | ${"2025-12-31T17:00:00.000Z"}
    ${"20240229120000"}      | ${"2024-02-29T05:00:00.000Z"}
    ${"20260229120000"}      | ${undefined}
    ${"20261301000000"}      | ${undefined}
    ${"20260914246060"}      | ${undefined}
    ${"14/09/2026 08:15"}    | ${undefined}
    ${""}                    | ${undefined}
  `("$written is $instant in Hanoi", ({ written, instant }) => {
    expect(hanoiInstant(written)).toBe(instant);
  });
});

it.each`
  milliseconds     | instant
  ${1789348530000} | ${"2026-09-14T01:15:30.000Z"}
  ${1789348530}    | ${undefined}
  ${0}             | ${undefined}
  ${1e18}          | ${undefined}
  ${Number.NaN}    | ${undefined}
`("$milliseconds milliseconds since 1970 are $instant", ({ milliseconds, instant }) => {
  expect(epochInstant(milliseconds)).toBe(instant);
});

describe("JSON", () => {
  it.each`
    text                               | value
    ${'{"id":3608465248940901022}'}    | ${{ id: "3608465248940901022" }}
    ${'{"id":[-3608465248940901022]}'} | ${{ id: ["-3608465248940901022"] }}
    ${'{"id":1789348530123}'}          | ${{ id: 1789348530123 }}
    ${'{"p":0.12345678901234566}'}     | ${{ p: 0.12345678901234566 }}
    ${'{"t":"3608465248940901022"}'}   | ${{ t: "3608465248940901022" }}
    ${"{"}                             | ${undefined}
    ${""}                              | ${undefined}
  `("$text loses no digit", ({ text, value }) => {
    expect(readJson(text)).toEqual(value);
  });

  it("of any depth is read or refused, never fatal", () => {
    const deep = `${"[".repeat(200_000)}1234567890123456789${"]".repeat(200_000)}`;
    expect(() => readJson(deep)).not.toThrow();
  });
});

it.each`
  id                 | key
  ${"SM0123"}        | ${"SM0123"}
  ${"1789348530.42"} | ${"1789348530.42"}
  ${"a#b"}           | ${expect.stringMatching(/^sha256-[0-9a-f]{40}$/)}
  ${"mã số"}         | ${expect.stringMatching(/^sha256-[0-9a-f]{40}$/)}
  ${"x".repeat(65)}  | ${expect.stringMatching(/^sha256-[0-9a-f]{40}$/)}
  ${""}              | ${expect.stringMatching(/^sha256-[0-9a-f]{40}$/)}
`("the vendor's id $id stands in keys as $key", ({ id, key }) => {
  expect(plainId(id)).toEqual(key);
});

it.each`
  text                  | xml
  ${`<a href="x">&'`}   | ${"&lt;a href=&quot;x&quot;&gt;&amp;&apos;"}
  ${"]]>"}              | ${"]]&gt;"}
  ${"a\u0000b\u001f\n"} | ${"ab\n"}
  ${"\ud800"}           | ${"\ufffd"}
  ${"\uffff"}           | ${""}
`("$text between two tags is $xml", ({ text, xml }) => {
  expect(xmlText(text)).toBe(xml);
});

it.each`
  text                    | unaccented
  ${"Đường hư ở Mỹ Trà"}  | ${"Duong hu o My Tra"}
  ${"ệ".normalize("NFD")} | ${"e"}
  ${"1022 👩‍🚒"}            | ${"1022 👩‍🚒"}
`("$text without diacritics is $unaccented", ({ text, unaccented }) => {
  expect(withoutDiacritics(text)).toBe(unaccented);
});

it.each`
  given                    | expected     | same
  ${"abc"}                 | ${"abc"}     | ${true}
  ${"abd"}                 | ${"abc"}     | ${false}
  ${""}                    | ${"abc"}     | ${false}
  ${"é"}                   | ${"e\u0301"} | ${false}
  ${"a".repeat(1_000_000)} | ${"abc"}     | ${false}
`("compares texts of any length and letters", ({ given, expected, same }) => {
  expect(isSameText(given, expected)).toBe(same);
});

describe("the address of a webhook", () => {
  const [texts, reports] = [
    vcomAdapter({ ...smsSettings.vcom, ...smsSettings.reading }),
    vcomStatusAdapter(smsSettings.vcom),
  ];
  const adapters = new Map([texts, reports].map((adapter) => [adapter.source, adapter]));

  it.each`
    path                        | adapter
    ${"sms/vcom"}               | ${texts}
    ${"sms/vcom/status"}        | ${reports}
    ${"sms/vcom/status/0a1b2c"} | ${reports}
    ${"sms/vcom/0a1b2c"}        | ${texts}
    ${"sms/vcom/status/a/b"}    | ${undefined}
    ${"sms"}                    | ${undefined}
    ${""}                       | ${undefined}
  `("$path leads to one adapter at most", ({ path, adapter }) => {
    expect(adapterAt(adapters, path)).toBe(adapter);
  });

  it("has another secret for each source and each key", () => {
    const secrets = [urlSecret("key", "a"), urlSecret("key", "b"), urlSecret("other", "a")];
    expect(new Set(secrets).size).toBe(3);
    expect(secrets[0]).toMatch(/^[0-9a-f]{40}$/);
  });
});
