import { expect, it } from "vitest";
import { zaloSender } from "#channels/zalo/zalo-sender";
import { ZaloConsentNeededError, ZaloTokenPendingError } from "#channels/zalo/zalo-token-errors";
import type { ZaloTokens } from "#channels/zalo/zalo-tokens";
import type { OutboundDelivery } from "#contracts/outbound-message";
import { jsonAnswer, lineFault, type VendorCall, vendorDouble } from "./vendor-double.ts";

const user = "6620011223344550091";
const delivery: OutboundDelivery = { messageId: "o-1", kind: "reply", to: user, text: "Đã sửa xong đèn đường." };
const sent = (id = "63ec0001") => jsonAnswer({ error: 0, message: "Success", data: { message_id: id, user_id: user } });
const refusal = (error: number, message = "") => jsonAnswer({ error, message });
const steady: ZaloTokens = { current: async () => "AT-1", renew: async () => "AT-2" };
const noon = new Date("2026-08-14T05:00:00.000Z");

function senderTo(answer: (call: VendorCall, index: number) => Response | Error, tokens = steady, now = noon) {
  const { fetch, calls } = vendorDouble(answer);
  return { calls, sender: zaloSender({ apiUrl: "https://openapi.example", tokens, fetch, now: () => now }) };
}

it("a reply is a consultation message with the token in its own header", async () => {
  const { sender, calls } = senderTo(() => sent());
  expect(await sender.send(delivery)).toEqual({ kind: "sent", vendorMessageId: "63ec0001" });
  const [call] = calls;
  expect(call).toMatchObject({ method: "POST", url: "https://openapi.example/v3.0/oa/message/cs" });
  expect(call?.headers.get("access_token")).toBe("AT-1");
  expect(call?.headers.get("authorization")).toBeNull();
  expect(JSON.parse(call?.body ?? "")).toEqual({ recipient: { user_id: user }, message: { text: delivery.text } });
  expect(call?.signal).toBeInstanceOf(AbortSignal);
});

it("a visitor who is not logged in is answered in the conversation they opened", async () => {
  const { sender, calls } = senderTo(() => sent());
  await sender.send({ ...delivery, to: "anon-5c0d:visit-90b2" });
  expect(calls[0]?.url).toBe("https://openapi.example/v2.0/oa/message");
  expect(JSON.parse(calls[0]?.body ?? "").recipient).toEqual({
    anonymous_id: "anon-5c0d",
    conversation_id: "visit-90b2",
  });
});

it.each`
  code    | meaning                            | outcome
  ${-32}  | ${"limit of calls in this minute"} | ${{ kind: "retry", afterMs: 60_000 }}
  ${-200} | ${"failed in passing"}             | ${{ kind: "retry", afterMs: 5000 }}
  ${-213} | ${"does not follow"}               | ${{ kind: "unreachable" }}
  ${-217} | ${"blocked"}                       | ${{ kind: "unreachable" }}
  ${-227} | ${"banned or inactive"}            | ${{ kind: "unreachable" }}
  ${-230} | ${"silent for seven days"}         | ${{ kind: "unreachable" }}
  ${-232} | ${"window closed"}                 | ${{ kind: "unreachable" }}
  ${-244} | ${"kind not wanted"}               | ${{ kind: "unreachable" }}
  ${-211} | ${"out of quota"}                  | ${{ kind: "unreachable" }}
  ${-224} | ${"package too small"}             | ${{ kind: "unreachable" }}
  ${-321} | ${"account without money"}         | ${{ kind: "unreachable" }}
  ${404}  | ${"no such call"}                  | ${{ kind: "unreachable" }}
  ${-987} | ${"a code of the future"}          | ${{ kind: "unreachable" }}
  ${-201} | ${"a field is invalid"}            | ${{ kind: "refused" }}
  ${-210} | ${"too long"}                      | ${{ kind: "refused" }}
  ${-248} | ${"against the platform's rules"}  | ${{ kind: "refused" }}
`("$code, $meaning, is $outcome.kind", async ({ code, outcome }) => {
  const { sender, calls } = senderTo(() => refusal(code, "user_id is invalid!"));
  expect(await sender.send(delivery)).toEqual({ ...outcome, reason: `zalo ${code}` });
  expect(calls).toHaveLength(1);
});

it.each`
  local                          | waitsHours
  ${"2026-08-14T22:00:00+07:00"} | ${8}
  ${"2026-08-15T05:30:00+07:00"} | ${0.5}
  ${"2026-08-15T06:00:00+07:00"} | ${24}
`(
  "a message that Zalo takes by day only waits for six in the morning of Hanoi: $local",
  async ({ local, waitsHours }) => {
    const { sender } = senderTo(() => refusal(-234), steady, new Date(local));
    expect(await sender.send(delivery)).toMatchObject({ kind: "retry", afterMs: waitsHours * 3_600_000 });
  },
);

it.each([
  [-216, "Access token has expired"],
  [-220, "access_token is expired or removed"],
  [-201, "Invalid access token"],
])("a token refused with %i is renewed once and the message sent once more", async (code, message) => {
  const { sender, calls } = senderTo((_call, index) => (index === 0 ? refusal(code, message) : sent()));
  expect(await sender.send(delivery)).toMatchObject({ kind: "sent" });
  expect(calls.map(({ headers }) => headers.get("access_token"))).toEqual(["AT-1", "AT-2"]);
});

it("a token that stays refused is not asked for for ever", async () => {
  const { sender, calls } = senderTo(() => refusal(-216));
  expect(await sender.send(delivery)).toEqual({ kind: "retry", reason: "zalo -216", afterMs: 300_000 });
  expect(calls).toHaveLength(2);
});

it.each`
  trouble              | error                                   | outcome
  ${"being refreshed"} | ${new ZaloTokenPendingError("busy")}    | ${{ kind: "retry", reason: "zalo token is being refreshed" }}
  ${"lost"}            | ${new ZaloConsentNeededError("-14014")} | ${{ kind: "unreachable", reason: "zalo access must be granted again" }}
`("while the token is $trouble the outcome is $outcome.kind", async ({ error, outcome }) => {
  const tokens = { current: () => Promise.reject(error), renew: () => Promise.reject(error) };
  const { sender, calls } = senderTo(() => sent(), tokens);
  expect(await sender.send(delivery)).toEqual(outcome);
  expect(calls).toHaveLength(0);
});

it("a fault of the token's store is a fault, not an outcome", async () => {
  const tokens = { current: () => Promise.reject(new RangeError("store")), renew: async () => "AT-2" };
  await expect(senderTo(() => sent(), tokens).sender.send(delivery)).rejects.toThrow("store");
});

it.each`
  fault                     | answer
  ${"a refused connection"} | ${() => lineFault("ECONNREFUSED")}
  ${"an unknown host"}      | ${() => lineFault("ENOTFOUND")}
  ${"503"}                  | ${() => new Response("", { status: 503 })}
  ${"429"}                  | ${() => new Response("", { status: 429 })}
`("after $fault it is tried again: it cannot have been taken", async ({ answer }) => {
  expect((await senderTo(answer).sender.send(delivery)).kind).toBe("retry");
});

it.each`
  fault                      | answer
  ${"a line broken halfway"} | ${() => lineFault("ECONNRESET")}
  ${"no answer in time"}     | ${() => new DOMException("late", "TimeoutError")}
  ${"500"}                   | ${() => jsonAnswer({ error: -1 }, 500)}
  ${"a page of HTML"}        | ${() => new Response("<html>")}
`(
  "after $fault nobody knows: the attempt breaks off, so that the next one asks before it sends",
  async ({ answer }) => {
    const { sender } = senderTo(answer);
    await expect(sender.send(delivery)).rejects.toThrow("Zalo may have taken the message");
    await expect(sender.send(delivery)).rejects.not.toThrow(user);
    expect((await sender.send({ ...delivery, to: "anon-5c0d:visit-90b2" })).kind).toBe("unknown");
  },
);

const sentence = "Đội sửa chữa đã đến hiện trường và ghi nhận sự cố. ";
const long = sentence.repeat(90).trim();

/** A conversation as Zalo tells it: newest first, ten a call. */
const history = (messages: object[]) => (call: VendorCall) => {
  const { offset, count } = JSON.parse(new URL(call.url).searchParams.get("data") ?? "{}");
  return jsonAnswer({ error: 0, data: messages.slice(offset, offset + count) });
};
const fromUs = (message: string, time: string) => ({ src: 0, time: Date.parse(time), type: "text", message });
const fromCitizen = (message: string, time: string) => ({ src: 1, time: Date.parse(time), type: "text", message });

it("a text over 2,000 characters goes in parts that end with a sentence", async () => {
  const { sender, calls } = senderTo((_call, index) => sent(`id-${index}`));
  expect(await sender.send({ ...delivery, text: long })).toEqual({ kind: "sent", vendorMessageId: "id-2" });
  const parts = calls.map(({ body }) => String(JSON.parse(body).message.text));
  expect(parts.every((part) => part.length <= 2000 && part.endsWith("."))).toBe(true);
  expect(parts.join(" ")).toBe(long);
});

it.each(["ECONNRESET", "ECONNREFUSED"])(
  "a long message that broke off (%s) goes on where it broke off",
  async (fault) => {
    const attempt = { ...delivery, text: long, attemptedAt: "2026-08-14T04:00:00.000Z" };
    const said: object[] = [];
    let isBroken = true;
    const { sender, calls } = senderTo((call, index) => {
      if (call.method === "GET") return history(said)(call);
      if (index === 2 && isBroken) return lineFault(fault);
      said.unshift(fromUs(JSON.parse(call.body).message.text, "2026-08-14T04:00:01.000Z"));
      return sent();
    });
    await expect(sender.send(attempt)).rejects.toThrow("or a part of it");
    expect(await sender.wasSent(attempt)).toBe("no");
    isBroken = false;
    expect((await sender.send(attempt)).kind).toBe("sent");
    expect(await sender.wasSent(attempt)).toBe("yes");
    const texts = said.map((message) => ("message" in message ? message.message : "")).toReversed();
    expect(texts.join(" ")).toBe(long);
    expect(calls.filter(({ method }) => method === "POST")).toHaveLength(texts.length + 1);
  },
);

it("a long message waits while Zalo does not tell what an earlier attempt brought through", async () => {
  const { sender, calls } = senderTo(() => refusal(-32));
  const attempt = { ...delivery, text: long, attemptedAt: "2026-08-14T04:00:00.000Z" };
  await expect(sender.send(attempt)).rejects.toThrow("could not be asked");
  expect(calls.every(({ method }) => method === "GET")).toBe(true);
});

it.each`
  conversation                          | messages                                                                               | answer
  ${"holds the text"}                   | ${[fromUs("Đã sửa xong đèn đường.", "2026-08-14T04:00:02.000Z")]}                      | ${"yes"}
  ${"holds it decomposed, with blanks"} | ${[fromUs(" Đã  sửa xong\nđèn đường. ".normalize("NFD"), "2026-08-14T04:00:02.000Z")]} | ${"yes"}
  ${"holds it from a slow clock"}       | ${[fromUs("Đã sửa xong đèn đường.", "2026-08-14T03:55:30.000Z")]}                      | ${"yes"}
  ${"holds it from last week"}          | ${[fromUs("Đã sửa xong đèn đường.", "2026-08-07T04:00:02.000Z")]}                      | ${"no"}
  ${"holds it from the citizen"}        | ${[fromCitizen("Đã sửa xong đèn đường.", "2026-08-14T04:00:02.000Z")]}                 | ${"no"}
  ${"holds another text"}               | ${[fromUs("Xin chào", "2026-08-14T04:00:02.000Z")]}                                    | ${"no"}
  ${"is empty"}                         | ${[]}                                                                                  | ${"no"}
  ${"holds what is no message"}         | ${[null, { src: "x" }, fromUs("Đã sửa xong đèn đường.", "2026-08-14T04:00:02.000Z")]}  | ${"yes"}
`(
  "after a crash the message counts as sent ($answer) when the conversation $conversation",
  async ({ messages, answer }) => {
    const { sender } = senderTo(history(messages));
    expect(await sender.wasSent({ ...delivery, attemptedAt: "2026-08-14T04:00:00.000Z" })).toBe(answer);
  },
);

it("a talkative citizen does not hide what was sent", async () => {
  const chatter = Array.from({ length: 23 }, (_value, n) => fromCitizen(`alo ${n}`, "2026-08-14T04:10:00.000Z"));
  const { sender, calls } = senderTo(history([...chatter, fromUs(delivery.text, "2026-08-14T04:00:02.000Z")]));
  expect(await sender.wasSent({ ...delivery, attemptedAt: "2026-08-14T04:00:00.000Z" })).toBe("yes");
  expect(calls).toHaveLength(3);
  expect(calls[0]?.url).toMatch(/^https:\/\/openapi\.example\/v2\.0\/oa\/conversation\?data=%7B/);
});

it("where Zalo cannot be asked now the asker tries again, where it does not tell nobody knows", async () => {
  await expect(senderTo(() => lineFault("ECONNRESET")).sender.wasSent(delivery)).rejects.toThrow("may be in a moment");
  await expect(senderTo(() => refusal(-32)).sender.wasSent(delivery)).rejects.toThrow("may be in a moment");
  expect(await senderTo(() => refusal(-224)).sender.wasSent(delivery)).toBe("unknown");
  expect(await senderTo(() => sent()).sender.wasSent({ ...delivery, to: "anon-5c0d:visit-90b2" })).toBe("unknown");
});
