import { describe, expect, it } from "vitest";
import type { InboundMessage } from "#contracts/inbound-message";
import type { OpenTicketDependencies, Understanding } from "#tickets/opening";
import { dynamoEngines } from "../fixtures/dynamo.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

describe.each(dynamoEngines())("on %s", (engine) => {
  it("opens one ticket for a first message and assigns it", async () => {
    const { open } = await ticketDesk({ engine });
    const opening = await open(zaloMessage("m1", "Ổ gà to trước chợ"));
    expect(opening).toMatchObject({
      kind: "opened",
      ticket: { status: "assigned", agency: "ubnd-phuong-my-tho", version: 1, messageCount: 1 },
    });
  });

  it("changes nothing when the same message comes again, even days later and after closing", async () => {
    const { open, act, tickets, time } = await ticketDesk({ engine });
    await open(zaloMessage("m1", "Ổ gà to trước chợ"));
    await act("ticket-1", { name: "resolve", input: { text: "Đã vá xong" } });
    await act("ticket-1", { name: "close", input: {} });
    const before = await tickets.find("ticket-1");
    time.now = new Date("2026-10-14T01:15:30Z");
    expect(await open(zaloMessage("m1", "Ổ gà to trước chợ"))).toEqual({ kind: "duplicate", ticketId: "ticket-1" });
    expect(await tickets.find("ticket-1")).toEqual(before);
  });

  it("makes one ticket of twenty deliveries that race each other", async () => {
    const { open, tickets } = await ticketDesk({ engine });
    const openings = await Promise.all(
      Array.from({ length: 20 }, (_, index) => open(zaloMessage(`m${index % 4}`, "Ổ gà"))),
    );
    const stored = openings.filter(({ kind }) => kind !== "duplicate");
    expect(stored).toHaveLength(4);
    expect(stored.filter(({ kind }) => kind === "opened")).toHaveLength(1);
    const { conversation } = await tickets.conversation("zalo#8309393969855400001", "m0");
    expect((await tickets.find(conversation?.ticketId ?? ""))?.messageCount).toBe(4);
  });
});

it("joins further messages of a burst to the one open ticket", async () => {
  const { open } = await ticketDesk();
  await open(zaloMessage("m1", "Alo"));
  expect(await open(zaloMessage("m2", "Ở chợ Mỹ Tho"))).toMatchObject({
    kind: "joined",
    ticket: { id: "ticket-1", messageCount: 2, version: 2 },
  });
});

it("takes a message to a ticket that waits for the citizen as the answer", async () => {
  const { open, act } = await ticketDesk();
  await open(zaloMessage("m1", "Ổ gà"));
  await act("ticket-1", { name: "ask-citizen", input: { text: "Ở đâu ạ?" } });
  expect(await open(zaloMessage("m2", "Ở chợ"))).toMatchObject({ kind: "joined", ticket: { status: "assigned" } });
});

it.each`
  when                                                    | closedFor | text                 | kind
  ${"71 hours after closing, the matter is opened again"} | ${71}     | ${"Vẫn chưa vá"}     | ${"reopened"}
  ${"73 hours after closing, it is a new matter"}         | ${73}     | ${"Có ổ gà khác"}    | ${"opened"}
  ${"thanks after closing open nothing"}                  | ${1}      | ${"Cảm ơn tổng đài"} | ${"joined"}
`("$when", async ({ closedFor, text, kind }) => {
  const { open, act, time } = await ticketDesk();
  await open(zaloMessage("m1", "Ổ gà"));
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  await act("ticket-1", { name: "close", input: {} });
  time.now = new Date(time.now.getTime() + closedFor * 3_600_000);
  expect(await open(zaloMessage("m2", text))).toMatchObject({ kind });
});

it("sends what triage is not sure of to the call centre's desk", async () => {
  const { open } = await ticketDesk({ chooseAgency: () => ({ desk: true, why: "no area" }) });
  const opening = await open(zaloMessage("m1", "Alo"));
  expect(opening).toMatchObject({ ticket: { status: "received", flags: { needsTriage: true } } });
});

it("keeps the address a citizen can be answered at when a later message brings none", async () => {
  const { open, tickets } = await ticketDesk();
  await open(zaloMessage("m1", "Ổ gà"));
  await open(zaloMessage("m2", "Gần chợ", { reply: { kind: "none" } }));
  const { conversation } = await tickets.conversation("zalo#8309393969855400001", "m2");
  expect(conversation?.reply).toEqual({ kind: "zalo", userId: "8309393969855400001" });
});

it("joins a message that names its ticket's code, also from another channel", async () => {
  const { open } = await ticketDesk();
  const opening = await open(zaloMessage("m1", "Ổ gà"));
  const code = "ticket" in opening ? opening.ticket.code : "";
  const later = zaloMessage("m2", "Thêm ảnh", {
    channel: "web",
    conversation: `web#${code}`,
    about: code,
    reply: { kind: "none" },
  });
  expect(await open(later)).toMatchObject({ kind: "joined", ticket: { id: "ticket-1" } });
});

it("opens one new ticket, of the same citizen, for all that follows on a ticket that is long closed", async () => {
  const { open, act, time } = await ticketDesk();
  const first = await open(zaloMessage("m1", "Ổ gà", { sender: { id: "z", phone: "+84900000022" } }));
  const { code, citizen } = "ticket" in first ? first.ticket : { code: "", citizen: "" };
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá xong" } });
  await act("ticket-1", { name: "close", input: {} });
  time.now = new Date("2026-10-14T01:15:30Z");
  const later = (id: string) => open(zaloMessage(id, "Lại hỏng", { about: code, reply: { kind: "none" } }));
  expect(await later("m2")).toMatchObject({ kind: "opened", ticket: { id: "ticket-2", citizen } });
  expect(await later("m3")).toMatchObject({ kind: "joined", ticket: { id: "ticket-2" } });
});

it("a STOP word leaves a matter that is done as it is, and nothing is sent there until the citizen writes again", async () => {
  const { open, act, tickets } = await ticketDesk();
  const reply = async () => (await tickets.conversation("zalo#8309393969855400001", "m1")).conversation?.reply.kind;
  await open(zaloMessage("m1", "Ổ gà"));
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  const stopped = await open(zaloMessage("m2", "HUY"));
  expect(stopped).toMatchObject({ kind: "joined", ticket: { status: "resolved", messageCount: 2 } });
  expect(await reply()).toBe("refused");
  await open(zaloMessage("m3", "Thêm ảnh", { reply: { kind: "none" } }));
  expect(await reply()).toBe("refused");
  await open(zaloMessage("m4", "Cảm ơn"));
  expect(await reply()).toBe("zalo");
});

const wayOf = (text: string): Pick<Understanding["triage"], "redirect"> => {
  if (text.includes("tố cáo")) return { redirect: "denunciation" };
  if (text.includes("khiếu nại")) return { redirect: "complaint" };
  return text.includes("xóa dữ liệu") ? { redirect: "data-rights" } : {};
};

/** A reader of the test: "cháy" is an emergency, "phường Mỹ Tho" a place, "tố cáo" a denunciation, and so on. */
function reader() {
  const understand = ({ text }: InboundMessage): Understanding => ({
    triage: {
      category: { value: "giao_thong", confidence: 0.9, why: [] },
      urgency: { value: text.includes("cháy") ? "emergency" : "normal", confidence: 0.9, why: [] },
      ...wayOf(text),
      place: {
        value: text.includes("phường Mỹ Tho") ? { areaCode: "phuong-my-tho", area: "phường Mỹ Tho" } : {},
        confidence: 1,
        why: [],
      },
    },
    title: text.slice(0, 80),
    emergency: text.includes("cháy"),
    needsTriage: false,
    reading: {},
    asksNothing: false,
    wantsSilence: false,
    keepNameSecret: text.includes("giữ kín tên"),
  });
  const chooseAgency: OpenTicketDependencies["chooseAgency"] = ({ areaCode }) =>
    areaCode === undefined
      ? { desk: true, why: "no area" }
      : { agency: `ubnd-${areaCode}`, supporting: [], why: "area" };
  return ticketDesk({ understand, chooseAgency });
}

it("an emergency told in the middle of a chat makes the open ticket one, once", async () => {
  const { open } = await reader();
  await open(zaloMessage("m1", "Ổ gà"));
  const raised = await open(zaloMessage("m2", "trời ơi cháy nhà kế bên rồi"));
  expect(raised).toMatchObject({ kind: "joined", ticket: { urgency: "emergency", flags: { emergency: true } } });
  expect(await open(zaloMessage("m3", "cháy lớn lắm"))).toMatchObject({ kind: "joined", ticket: { version: 3 } });
});

it("an emergency after the matter was answered is a ticket of its own", async () => {
  const { open, act } = await reader();
  await open(zaloMessage("m1", "Ổ gà ở phường Mỹ Tho"));
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  expect(await open(zaloMessage("m2", "cháy nhà"))).toMatchObject({ kind: "opened", ticket: { id: "ticket-2" } });
});

it("after such an emergency everything on the conversation joins it, also what names the answered matter", async () => {
  const { open, act } = await reader();
  const first = await open(zaloMessage("m1", "Ổ gà ở phường Mỹ Tho"));
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  await open(zaloMessage("m2", "cháy nhà"));
  const about = "ticket" in first ? first.ticket.code : "";
  expect(await open(zaloMessage("m3", "ổ gà nữa", { about }))).toMatchObject({
    kind: "joined",
    ticket: { id: "ticket-2" },
  });
});

it("a citizen who answers where it is sends the waiting ticket to its agency", async () => {
  const { open } = await reader();
  expect(await open(zaloMessage("m1", "Ổ gà"))).toMatchObject({ ticket: { status: "received" } });
  const placed = await open(zaloMessage("m2", "ở phường Mỹ Tho nha"));
  expect(placed).toMatchObject({
    ticket: { status: "assigned", agency: "ubnd-phuong-my-tho", place: { area: "phường Mỹ Tho" } },
  });
});

it.each(["tôi tố cáo trưởng ấp", "xóa dữ liệu của tôi"])(
  "%s, after the matter was answered, is a ticket of its own",
  async (text) => {
    const { open, act } = await reader();
    await open(zaloMessage("m1", "Ổ gà ở phường Mỹ Tho"));
    await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
    expect(await open(zaloMessage("m2", text))).toMatchObject({ kind: "opened", ticket: { id: "ticket-2" } });
  },
);

it("a complaint about the answer just given opens that matter again, and is shown as a complaint", async () => {
  const { open, act } = await reader();
  await open(zaloMessage("m1", "Ổ gà ở phường Mỹ Tho"));
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  expect(await open(zaloMessage("m2", "tôi khiếu nại cách làm này"))).toMatchObject({
    kind: "reopened",
    ticket: { id: "ticket-1", triage: { redirect: "complaint" }, flags: { needsTriage: true } },
  });
});

it("a request under its own law in the middle of a chat calls the desk, once, and leaves the agency its matter", async () => {
  const { open } = await reader();
  await open(zaloMessage("m1", "Ổ gà ở phường Mỹ Tho"));
  const asked = { triage: { redirect: "data-rights" }, flags: { needsTriage: true }, agency: "ubnd-phuong-my-tho" };
  expect(await open(zaloMessage("m2", "xóa dữ liệu của tôi"))).toMatchObject({ kind: "joined", ticket: asked });
  const again = await open(zaloMessage("m3", "xóa dữ liệu của tôi đi"));
  expect(again).toMatchObject({ ticket: asked });
});

it("a citizen who asks later that nobody learn who told is kept unknown from then on, also after the answer", async () => {
  const { open, act } = await reader();
  await open(zaloMessage("m1", "Ổ gà ở phường Mỹ Tho"));
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  expect(await open(zaloMessage("m2", "nhớ giữ kín tên tôi"))).toMatchObject({
    ticket: { flags: { anonymous: true } },
  });
});

it("no rule sends a matter under its own law to an agency, also once its place is known", async () => {
  const { open } = await reader();
  await open(zaloMessage("m1", "tôi tố cáo trưởng ấp"));
  expect(await open(zaloMessage("m2", "ở phường Mỹ Tho nha"))).toMatchObject({
    ticket: { status: "received", place: { area: "phường Mỹ Tho" } },
  });
});
