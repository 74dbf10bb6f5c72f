import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { automaticMail } from "#channels/email/automatic-mail";
import { emailAdapter } from "#channels/email/email-adapter";
import { htmlText } from "#channels/email/html-text";
import { ownWords } from "#channels/email/own-words";
import { readEmail } from "#channels/email/read-email";
import { parsedDeliverySchema } from "#contracts/parsed-delivery";
import { keepsTheAdapterContract } from "./adapter-contract.ts";
import { emailSettings } from "./email-settings.ts";

const adapter = emailAdapter(emailSettings);
const receivedAt = "2026-09-14T01:15:31.000Z";
keepsTheAdapterContract(adapter, "email");

const folder = new URL("../../events/channels/email/", import.meta.url);
const mails = readdirSync(folder).filter((name) => name.endsWith(".eml"));
const read = (raw: Uint8Array) => readEmail(raw, emailSettings, receivedAt);
const bytes = (text: string) => new TextEncoder().encode(text.replaceAll("\n", "\r\n"));

describe("a raw mail", () => {
  it.each(mails)("%s is read as its expected file says", async (name) => {
    const delivery = await read(new Uint8Array(readFileSync(new URL(name, folder))));
    const expected = JSON.parse(readFileSync(new URL(name.replace(/\.eml$/, ".expected.json"), folder), "utf8"));
    const { conversation, messageId } = delivery;
    expect({ identity: { conversation, messageId }, parsed: adapter.parse(delivery) }).toEqual(expected);
    expect(conversation).not.toMatch(/@/);
  });

  it("is one message when it is delivered twice", async () => {
    const raw = bytes("From: a@example.vn\n\nNgập.\n");
    expect(await read(raw)).toEqual(await read(raw));
  });

  it("is of one conversation however the address is written", async () => {
    const written = ["From: a@example.vn", "From: A@Example.VN", "From: Người <a@example.vn>"];
    const conversations = await Promise.all(
      written.map(async (from) => (await read(bytes(`${from}\n\nx`))).conversation),
    );
    expect(new Set(conversations).size).toBe(1);
  });

  it.each`
    trap                      | raw
    ${"nothing"}              | ${""}
    ${"no head"}              | ${"\n\nx"}
    ${"nested parts"}         | ${`From: a@example.vn\n${Array.from({ length: 100 }, (_, i) => `Content-Type: multipart/mixed; boundary="${i}"\n\n--${i}\n`).join("")}`}
    ${"a head of a megabyte"} | ${`From: a@example.vn\n${"X: y\n".repeat(200_000)}\nx`}
    ${"an open boundary"}     | ${'From: a@example.vn\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'}
    ${"an unknown charset"}   | ${"From: a@example.vn\nContent-Type: text/plain; charset=klingon\n\nx"}
  `("with $trap ends somewhere, and never in an error", async ({ raw }) => {
    const delivery = await read(bytes(raw));
    const parsed = adapter.parse(delivery);
    expect(parsedDeliverySchema.parse(parsed)).toEqual(parsed);
  });

  it("of many megabytes that nobody can read still fits into the queue", async () => {
    const delivery = await read(new Uint8Array(3_000_000).fill(0xff));
    expect(JSON.stringify(delivery).length).toBeLessThan(1_000_000);
    expect(adapter.parse(delivery).kind).toBe("unreadable");
  });
});

describe("a citizen's own words", () => {
  it.each`
    rule                                     | text                                                                           | own
    ${"are all there is"}                    | ${"Ngập.\nHai hôm rồi."}                                                       | ${"Ngập.\nHai hôm rồi."}
    ${"end before Gmail's line"}             | ${"Ngập.\n\nOn Mon, Sep 14, 2026 at 8:00 AM 1022 <a@example.vn> wrote:\n> cũ"} | ${"Ngập."}
    ${"end before Gmail's Vietnamese line"}  | ${"Ngập.\nVào 08:00, 14 thg 9, 2026, 1022 <a@example.vn> đã viết:\n> cũ"}      | ${"Ngập."}
    ${"end before a broken line"}            | ${"Ngập.\nOn Mon, Sep 14, 2026 at 8:00 AM 1022\n<a@example.vn> wrote:\n> cũ"}  | ${"Ngập."}
    ${"end before Outlook's rule"}           | ${"Ngập.\n________________________________\nTừ: 1022"}                         | ${"Ngập."}
    ${"end before Outlook's head"}           | ${"Ngập.\nTừ: 1022\nĐã gửi: Thứ Hai\nTới: x\ncũ"}                              | ${"Ngập."}
    ${"end before the original message"}     | ${"Ngập.\n-----Original Message-----\ncũ"}                                     | ${"Ngập."}
    ${"end before a signature"}              | ${"Ngập.\n-- \nNgười Dân"}                                                     | ${"Ngập."}
    ${"end before a phone's advertisement"}  | ${"Ngập.\n\nĐược gửi từ iPhone của tôi"}                                       | ${"Ngập."}
    ${"stay between quoted lines"}           | ${"> Ở đâu?\nTrước chợ."}                                                      | ${"Trước chợ."}
    ${"may speak of where they come from"}   | ${"Từ: nhà tôi tới chợ đều ngập."}                                             | ${"Từ: nhà tôi tới chợ đều ngập."}
    ${"may begin with on or vào"}            | ${"Vào mùa mưa đường này ngập."}                                               | ${"Vào mùa mưa đường này ngập."}
    ${"are everything when nothing is left"} | ${"> Ngập."}                                                                   | ${"> Ngập."}
  `("$rule", ({ text, own }) => {
    expect(ownWords(text)).toBe(own);
  });
});

describe("the text of HTML", () => {
  it.each`
    rule                            | html                                                                    | text
    ${"has its lines"}              | ${"<p>Ngập</p><p>Hai   hôm<br>rồi</p>"}                                 | ${"Ngập\nHai hôm\nrồi"}
    ${"has no styles or scripts"}   | ${"<style>p{}</style>Ngập<script>alert(1)</script>"}                    | ${"Ngập"}
    ${"has no comments"}            | ${"Ng<!-- <p>ẩn</p> -->ập<!-- mở"}                                      | ${"Ng ập"}
    ${"has no quotes"}              | ${"Ngập<blockquote>a<blockquote>b</blockquote>c</blockquote>"}          | ${"Ngập"}
    ${"has quotes if nothing else"} | ${"<blockquote>Ngập</blockquote>"}                                      | ${"Ngập"}
    ${"has its letters decoded"}    | ${"Đ&egrave;n h&#432; &#x1EDF; &lt;ch&#7907;&gt; &amp;lt; &#0;&bogus;"} | ${"Đe\u0300n hư ở <chợ> &lt; &bogus;"}
    ${"keeps a lone sign"}          | ${"3 < 4 > 2"}                                                          | ${"3 < 4 > 2"}
  `("$rule", ({ html, text }) => {
    expect(htmlText(html)).toBe(text);
  });

  it.each([
    "<a".repeat(300_000),
    "<b> </b>".repeat(100_000),
    "<!--".repeat(200_000),
    "<style>".repeat(100_000),
    "&#".repeat(300_000),
  ])(
    "is read at once when it was made to stop the reader",
    (html) => {
      expect(() => htmlText(html)).not.toThrow();
    },
    2000,
  );
});

describe("a mail of a machine", () => {
  const mail = (headers: Record<string, string> = {}, address = "a@example.vn", subject = "Ngập") => {
    return { address, subject, header: (name: string) => headers[name], countOf: () => 3 };
  };
  it.each`
    case                            | given                                                   | reason
    ${"a citizen's"}                | ${mail()}                                               | ${undefined}
    ${"a citizen's, said not auto"} | ${mail({ "auto-submitted": "no" })}                     | ${undefined}
    ${"generated"}                  | ${mail({ "auto-submitted": "auto-generated" })}         | ${"automatic reply"}
    ${"an autoresponder's"}         | ${mail({ "x-autoreply": "yes" })}                       | ${"automatic reply"}
    ${"an absence note"}            | ${mail({}, "a@example.vn", "Out of Office: x")}         | ${"automatic reply"}
    ${"of a list"}                  | ${mail({ "list-id": "<x>" })}                           | ${"bulk mail"}
    ${"with low precedence"}        | ${mail({ precedence: "junk" })}                         | ${"bulk mail"}
    ${"without a return path"}      | ${mail({ "return-path": "<>" })}                        | ${"delivery report"}
    ${"with a virus"}               | ${mail({ "x-ses-virus-verdict": "FAIL" })}              | ${"spam or virus"}
    ${"nobody could look into"}     | ${mail({ "x-ses-virus-verdict": "PROCESSING_FAILED" })} | ${undefined}
    ${"of nobody"}                  | ${mail({}, "no-reply@example.vn")}                      | ${"sent by a machine"}
    ${"of a mail server"}           | ${mail({}, "mailer-daemon@example.vn")}                 | ${"sent by a machine"}
    ${"of somebody called Noreply"} | ${mail({}, "noreplyanh@example.vn")}                    | ${undefined}
    ${"of ourselves"}               | ${mail({}, "1022@dongthap.example.vn")}                 | ${"sent by ourselves"}
  `("is told from a citizen's: $case", ({ given, reason }) => {
    expect(automaticMail(given, ["1022@DongThap.example.vn"])).toBe(reason);
  });
});
