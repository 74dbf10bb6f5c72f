import { expect, it } from "vitest";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Redirect } from "#contracts/message-reading";
import { openTicket } from "#tickets/open-ticket";
import type { Understanding } from "#tickets/opening";
import { deskApi } from "../fixtures/desk-api.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { leaksIn, personalData } from "../fixtures/personal-data.ts";

const ways: Readonly<Record<string, Redirect>> = { "tố cáo": "denunciation", "tới đâu rồi": "follow-up" };

/** A reader of the test: it knows two ways to go, and who wants to stay unknown. */
function understand({ text }: InboundMessage): Understanding {
  const redirect = Object.entries(ways).find(([words]) => text.includes(words))?.[1];
  return {
    triage: {
      category: { value: "giao_thong", confidence: 0.9, why: ["ổ gà"] },
      alternatives: [{ value: "cay_xanh", confidence: 0.06 }],
      urgency: { value: "high", confidence: 0.8, why: ["té"] },
      place: {
        value: { areaCode: "phuong-my-tho", area: "phường Mỹ Tho", address: "nhà số 15/3, đường Lý Thường Kiệt" },
        confidence: 1,
        why: ["phường Mỹ Tho"],
      },
      ...(redirect === undefined ? {} : { redirect }),
    },
    reading: { summary: ["Ổ gà lớn", "Nơi xảy ra: phường Mỹ Tho"], ...(redirect === undefined ? {} : { redirect }) },
    title: "Ổ gà lớn",
    emergency: false,
    needsTriage: redirect !== undefined,
    asksNothing: false,
    wantsSilence: false,
    keepNameSecret: text.includes("giữ kín tên"),
  };
}

async function desk() {
  const api = await deskApi({ understand });
  const open = async (id: string, text: string, conversation = "zalo#1") => {
    const opened = await api.open(zaloMessage(id, text, { conversation }));
    return "ticket" in opened ? opened.ticket.code : "";
  };
  return { ...api, open, officer: api.officerOf("ubnd-phuong-my-tho") };
}

it("shows what triage read: three categories with confidence and why, urgency, place, summary and the way it goes", async () => {
  const { call, open, agent } = await desk();
  const code = await open("m1", "tố cáo: ổ gà lớn");
  expect((await call(agent, "GET", `/desk/v1/tickets/${code}`)).body).toMatchObject({
    summary: ["Ổ gà lớn", "Nơi xảy ra: phường Mỹ Tho"],
    triage: {
      category: { value: "giao_thong", confidence: 0.9, why: ["ổ gà"] },
      alternatives: [{ value: "cay_xanh", confidence: 0.06 }],
      urgency: { value: "high", why: ["té"] },
      place: { value: { areaCode: "phuong-my-tho" } },
      redirect: "denunciation",
    },
    messages: [{ reading: { redirect: "denunciation" } }],
  });
});

it("lists what goes its own way, until an agent says that it does not", async () => {
  const { call, open, agent } = await desk();
  const code = await open("m1", "tố cáo trưởng ấp");
  await open("m2", "Ổ gà", "zalo#2");
  const listed = async () =>
    (await call(agent, "GET", "/desk/v1/tickets?redirect=denunciation")).body.items.map((item) => item.code);
  expect(await listed()).toEqual([code]);
  await call(agent, "PATCH", `/desk/v1/tickets/${code}`, { redirect: null });
  expect(await listed()).toEqual([]);
  expect((await call(agent, "GET", "/desk/v1/tickets?redirect=nowhere")).status).toBe(422);
});

it("shows an agent what else the citizen has at 1022 when they ask about a matter without its code", async () => {
  const { call, open, agent, officer, act } = await desk();
  const first = await open("m1", "Ổ gà");
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  await act("ticket-1", { name: "close", input: {} });
  const other = await call(agent, "POST", "/desk/v1/tickets", {
    text: "Phản ánh bữa trước tới đâu rồi",
    phone: "0900000022",
  });
  await call(agent, "POST", "/desk/v1/tickets", { text: "Cây ngã", phone: "0900000022" });
  const { body } = await call(agent, "GET", `/desk/v1/tickets/${other.body.code}`);
  expect(body).toMatchObject({ candidates: [{ title: "Ổ gà lớn", status: "assigned" }] });
  expect(JSON.stringify(body)).not.toContain(first);
  expect((await call(officer, "GET", `/desk/v1/tickets/${first}`)).body).not.toHaveProperty("candidates");
});

const slips = Object.entries(personalData).map(([kind, canary]) => ({ kind, canary }));

it.each(slips)(
  "masks a $kind for who may not see the citizen, also where triage did not see it when the message came",
  async ({ kind, canary }) => {
    const { call, open, officer, agent } = await desk();
    const before: Readonly<Record<string, string>> = {
      "old national-id": "cmnd số",
      "bank-account": "stk",
      name: "tôi tên",
      "house-number": "nhà số",
    };
    const text = `giữ kín tên giùm, ${before[kind] ?? "đây"} ${canary} đường hư`;
    const code = await open("m1", text);
    const of = async (who: object) => (await call(who, "GET", `/desk/v1/tickets/${code}`)).body;
    expect(leaksIn(await of(agent))).toContain(kind);
    expect(leaksIn(await of(officer))).toEqual([]);
  },
);

it("masks what our own people wrote of a citizen who wants to stay unknown, and gives no card, voice or file name", async () => {
  const { call, tickets, dependencies, officer, agent, act } = await desk();
  const attachments = [
    { kind: "contact" as const, url: "https://example.vn/card", name: personalData.name },
    { kind: "image" as const, url: "https://example.vn/picture", description: personalData.phone },
    { kind: "recording" as const, url: "https://example.vn/voice" },
  ];
  await openTicket(zaloMessage("m1", "giữ kín tên giùm, ổ gà", { attachments }), dependencies);
  await act("ticket-1", { name: "note", input: { text: `Người báo là ${personalData.phone}` } });
  await act("ticket-1", { name: "reply", input: { text: `Chào chị ${personalData.name}` } }, "officer");
  await act("ticket-1", { name: "resolve", input: { text: `Đã gọi ${personalData.phone}` } });
  await act("ticket-1", { name: "reopen", input: { reason: `gọi lại số ${personalData.phone}` } });
  const code = (await tickets.find("ticket-1"))?.code ?? "";
  const of = async (who: object) => JSON.stringify((await call(who, "GET", `/desk/v1/tickets/${code}`)).body);
  expect(leaksIn(await of(agent))).toEqual(["phone", "name", "house-number"]);
  const seen = await of(officer);
  expect(leaksIn(seen)).toEqual([]);
  expect(seen).toContain("https://example.vn/picture");
  expect(seen).not.toMatch(/card|voice/);
});

it("lets nobody but agents and supervisors split a message, and makes a ticket of all of it where no matter is named", async () => {
  const { call, open, agent, officer } = await desk();
  const code = await open("m1", "Ổ gà, giữ kín tên");
  const splitFrom = { code, messageId: "zalo#1/m1" };
  expect((await call(officer, "POST", "/desk/v1/tickets", { splitFrom })).status).toBe(403);
  const made = await call(agent, "POST", "/desk/v1/tickets", { splitFrom, text: "Cây ngã", category: "cay_xanh" });
  expect(made).toMatchObject({
    status: 201,
    body: { text: "Cây ngã", category: "cay_xanh", flags: { anonymous: true } },
  });
  expect((await call(agent, "GET", `/desk/v1/tickets/${code}`)).body).toMatchObject({
    messages: [{ id: "zalo#1/m1", splitInto: made.body.code }],
  });
});

it("keeps unknown who said so on a call, though the agent did not tick it, and changes nothing else by it", async () => {
  const { call, agent, dependencies } = await desk();
  const made = await call(agent, "POST", "/desk/v1/tickets", { text: "Ổ gà", callId: "c1", urgency: "low" });
  const transcript = zaloMessage("t1", "giữ kín tên giùm tôi nha", {
    channel: "phone",
    conversation: "phone#1",
    call: { id: "c1", direction: "inbound" },
  });
  await openTicket(transcript, dependencies);
  const { body } = await call(agent, "GET", `/desk/v1/tickets/${made.body.code}`);
  expect(body).toMatchObject({ flags: { anonymous: true }, urgency: "low", status: made.body.status });
});

it("lets nobody recognise a citizen without a name by their other tickets, nor by trying phone numbers", async () => {
  const { call, agent, officer, dependencies, supervisorOf, act } = await desk();
  const said = { sender: { id: "z1", phone: "+84900000022" }, reply: { kind: "sms", phone: "+84900000022" } } as const;
  const open = async (id: string, text: string, conversation: string) => {
    const opened = await openTicket(zaloMessage(id, text, { ...said, conversation }), dependencies);
    return "ticket" in opened ? opened.ticket : undefined;
  };
  const hidden = await open("m1", "ổ gà, giữ kín tên, phản ánh bữa trước tới đâu rồi", "zalo#the-same");
  await act("ticket-1", { name: "assign", input: { agency: "ubnd-phuong-my-tho" } });
  const known = await open("m2", "cây ngã", "zalo#another");
  const of = async (who: object, code = "") =>
    JSON.stringify((await call(who, "GET", `/desk/v1/tickets/${code}`)).body);
  for (const who of [officer, supervisorOf("ubnd-phuong-my-tho")]) {
    const seen = await of(who, hidden?.code);
    expect(seen).toContain('"masked":true');
    expect(
      [hidden?.citizen ?? "", hidden?.conversation ?? "", known?.code ?? ""].filter((id) => seen.includes(id)),
    ).toEqual([]);
    const found = (await call(who, "GET", "/desk/v1/tickets?phone=0900000022")).body.items.map(({ code }) => code);
    expect(found).toEqual([known?.code]);
  }
  expect(await of(agent, hidden?.code)).toContain("candidates");
});
