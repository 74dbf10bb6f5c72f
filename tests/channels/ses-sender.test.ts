import { Readable } from "node:stream";
import {
  AccountSuspendedException,
  BadRequestException,
  InternalServiceErrorException,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  NotFoundException,
  SESv2Client,
  SendingPausedException,
  TooManyRequestsException,
} from "@aws-sdk/client-sesv2";
import { expect, it } from "vitest";
import { headerText } from "#channels/email/header-text";
import { sesSender } from "#channels/email/ses-sender";
import type { OutboundDelivery } from "#contracts/outbound-message";

const delivery: OutboundDelivery = {
  messageId: "o-1",
  kind: "alert",
  to: "truong-ca@1022.example.vn",
  subject: "Quá hạn: DT-2026-000241-K",
  text: "Phản ánh quá hạn 15 phút.\nXin xử lý.",
};

/** A real client whose line ends in the test: what is sent is what would be on the wire. */
function senderTo(answer: () => { statusCode: number; body: string } | Error, change = {}) {
  const requests: { path: string; body: Record<string, unknown> }[] = [];
  const client = new SESv2Client({
    region: "ap-southeast-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
    requestHandler: {
      async handle(request: { path: string; body: Uint8Array }) {
        requests.push({ path: request.path, body: JSON.parse(new TextDecoder().decode(request.body)) });
        const given = answer();
        if (given instanceof Error) throw given;
        const headers = { "content-type": "application/json" };
        return { response: { statusCode: given.statusCode, headers, body: Readable.from([given.body]) } };
      },
    },
  });
  const from = { name: "Tổng đài 1022", address: "thongbao@1022.example.vn" };
  return { requests, sender: sesSender({ client, from, ...change }) };
}
const accepted = () => ({ statusCode: 200, body: JSON.stringify({ MessageId: "0100-1022" }) });

it("an alert is one plain e-mail to one person", async () => {
  const { sender, requests } = senderTo(accepted, {
    replyTo: "khong-tra-loi@1022.example.vn",
    configurationSet: "td1022",
  });
  expect(await sender.send(delivery)).toEqual({ kind: "sent", vendorMessageId: "0100-1022" });
  expect(requests).toEqual([
    {
      path: "/v2/email/outbound-emails",
      body: {
        FromEmailAddress: "=?UTF-8?B?VOG7lW5nIMSRw6BpIDEwMjI=?= <thongbao@1022.example.vn>",
        Destination: { ToAddresses: ["truong-ca@1022.example.vn"] },
        ReplyToAddresses: ["khong-tra-loi@1022.example.vn"],
        Content: {
          Simple: {
            Subject: { Data: "Quá hạn: DT-2026-000241-K", Charset: "UTF-8" },
            Body: { Text: { Data: delivery.text, Charset: "UTF-8" } },
          },
        },
        EmailTags: [{ Name: "kind", Value: "alert" }],
        ConfigurationSetName: "td1022",
      },
    },
  ]);
});

it.each`
  subject                               | sent
  ${"Quá hạn\r\nBcc: ai-do@example.vn"} | ${"Quá hạn Bcc: ai-do@example.vn"}
  ${"Quá hạn\u2028\u0000 X-Evil: 1"}    | ${"Quá hạn X-Evil: 1"}
  ${undefined}                          | ${"Phản ánh quá hạn 15 phút."}
  ${"a".repeat(500)}                    | ${"a".repeat(200)}
`("the subject stays one line of the mail's header", async ({ subject, sent }) => {
  const { sender, requests } = senderTo(accepted);
  const { subject: _own, ...withoutSubject } = delivery;
  await sender.send(subject === undefined ? withoutSubject : { ...delivery, subject });
  expect(requests[0]?.body).toMatchObject({ Content: { Simple: { Subject: { Data: sent } } } });
});

it.each([
  "",
  "truong-ca",
  "a@b",
  "a@b.vn,c@d.vn",
  "a@b.vn; c@d.vn",
  "Ai Do <a@b.vn>",
  "a@b.vn\r\nBcc: c@d.vn",
  "a@b.vn\n",
  '"a b"@c.vn',
])("%j is not written to: it is no single address", async (to) => {
  const { sender, requests } = senderTo(accepted);
  expect(await sender.send({ ...delivery, to })).toEqual({ kind: "unreachable", reason: "no e-mail address" });
  expect(requests).toHaveLength(0);
});

const metadata = { $metadata: {} };
const about = (message: string) => ({ ...metadata, message });
it.each`
  error                                                                      | outcome
  ${new TooManyRequestsException(about("Maximum sending rate exceeded."))}   | ${{ kind: "retry", afterMs: 1000 }}
  ${new TooManyRequestsException(about("Daily message quota exceeded."))}    | ${{ kind: "retry", afterMs: 3_600_000 }}
  ${new LimitExceededException(about("x"))}                                  | ${{ kind: "retry", afterMs: 1000 }}
  ${new MessageRejected(about("truong-ca@1022.example.vn is not verified"))} | ${{ kind: "refused" }}
  ${new BadRequestException(about("x"))}                                     | ${{ kind: "refused" }}
  ${new AccountSuspendedException(about("x"))}                               | ${{ kind: "unreachable" }}
  ${new SendingPausedException(about("x"))}                                  | ${{ kind: "unreachable" }}
  ${new MailFromDomainNotVerifiedException(about("x"))}                      | ${{ kind: "unreachable" }}
  ${new NotFoundException(about("x"))}                                       | ${{ kind: "unreachable" }}
  ${new InternalServiceErrorException(about("x"))}                           | ${{ kind: "unknown" }}
  ${new DOMException("late", "TimeoutError")}                                | ${{ kind: "unknown" }}
  ${Object.assign(new Error("x"), { code: "ECONNRESET" })}                   | ${{ kind: "unknown" }}
  ${Object.assign(new Error("x"), { code: "ECONNREFUSED" })}                 | ${{ kind: "retry" }}
`("$error.name is $outcome.kind, and its reason names nobody", async ({ error, outcome }) => {
  const { sender } = senderTo(() => error);
  const given = await sender.send(delivery);
  expect(given).toMatchObject(outcome);
  expect(JSON.stringify(given)).not.toContain("@");
});

it("a fault as SES writes it on the wire is understood too", async () => {
  const body = JSON.stringify({ __type: "TooManyRequestsException", message: "Maximum sending rate exceeded." });
  const { sender } = senderTo(() => ({ statusCode: 429, body }));
  expect(await sender.send(delivery)).toMatchObject({ kind: "retry", reason: "ses TooManyRequestsException" });
});

it("after a lost answer nobody knows", async () => {
  expect(await senderTo(accepted).sender.wasSent(delivery)).toBe("unknown");
});

it.each`
  name                     | header
  ${"Tong dai 1022"}       | ${'"Tong dai 1022"'}
  ${'1022 "Hotline" \\ x'} | ${'"1022 \\"Hotline\\" \\\\ x"'}
  ${"1022\r\nBcc: a@b.vn"} | ${'"1022 Bcc: a@b.vn"'}
`("the sender's name $name is one quoted header text", ({ name, header }) => {
  expect(headerText(name)).toBe(header);
});

it("a long accented name is written in encoded words of at most 75 characters, no letter torn apart", () => {
  const name = "Trung tâm Phục vụ hành chính công và Tổng đài 1022 tỉnh Đồng Tháp";
  const encoded = headerText(name).split(" ");
  expect(encoded.every((word) => word.length <= 75)).toBe(true);
  const parts = encoded.map((word) => Buffer.from(word.slice("=?UTF-8?B?".length, -2), "base64").toString("utf8"));
  expect(parts.join("")).toBe(name);
});
