import { describe, expect, it } from "vitest";
import type { InboundMessage } from "#contracts/inbound-message";
import { ticketCode } from "#tickets/ticket-code";
import { hotline } from "../fixtures/hotline.ts";
import { zaloMessage } from "../fixtures/messages.ts";

/** Ten at night on Quốc khánh: no office is open, and what is not urgent is not said. */
const NIGHT = "2026-09-02T22:30:00+07:00";
const fire = "cháy nhà ở chợ Vĩnh Kim, xã Vĩnh Kim, lửa lan qua nhà kế bên rồi, còn người kẹt bên trong";
const phone = "+84900000022";

const ways: Readonly<Record<string, Partial<InboundMessage>>> = {
  zalo: {},
  sms: { channel: "sms", source: "sms/esms", conversation: "sms#hash-of-0022", reply: { kind: "sms", phone } },
  phone: {
    channel: "phone",
    source: "phone/transcripts",
    conversation: "phone#call-1",
    reply: { kind: "sms", phone },
    call: { id: "call-1", direction: "inbound" },
  },
  web: {
    channel: "web",
    source: "web",
    conversation: "web#form-1",
    reply: { kind: "sms", phone },
    form: {
      code: ticketCode("DT", 2026, 900_000) ?? "",
      trackingTokenHash: "0".repeat(64),
      publish: false,
      anonymous: false,
      consent: {},
    },
  },
};

function messageBy(way: string, id: string, text: string): InboundMessage {
  const sender = way === "zalo" ? { id: "8309393969855400001" } : { id: "hash-of-0022", phone };
  return zaloMessage(id, text, { sender, sentAt: new Date(NIGHT).toISOString(), ...ways[way] });
}

type Line = Awaited<ReturnType<typeof hotline>>;
const alertsOf = async (line: Line, owner = "~province") =>
  (await line.alerts.page([owner], 50)).alerts.filter(({ kind }) => kind === "emergency");
const advices = ({ told }: Line) => told.filter(({ kind }) => kind === "emergency-advice");
const pages = ({ told }: Line) => told.filter(({ kind, to }) => kind === "alert" && to !== phone);

describe.each(Object.keys(ways))("danger told by %s, by night on a holiday", (way) => {
  it("wakes the duty supervisor, tells the citizen whom to call and is a ticket with the clocks of an emergency", async () => {
    const line = await hotline(NIGHT, "as read");
    await line.say(messageBy(way, "m1", fire));

    expect((await alertsOf(line, "truc-ban-tinh")).map(({ kind }) => kind)).toEqual(["emergency"]);
    expect(pages(line).map(({ channel }) => channel)).toEqual(["sms", "zalo", "email"]);
    expect(advices(line)).toMatchObject([
      { channel: way === "zalo" ? "zalo" : "sms", text: expect.stringMatching(/114 \(.*115 \(/) },
    ]);
    expect(advices(line)[0]?.text).not.toMatch(/113|112|111/);
    const ticket = await line.tickets.find("ticket-1");
    expect(ticket).toMatchObject({ urgency: "emergency", flags: { emergency: true } });
    const reply = ticket?.clocks.find(({ name }) => name === "first-reply");
    expect(reply).toMatchObject({ dueAt: new Date("2026-09-02T23:00:00+07:00").toISOString() });
  });
});

it("danger of which nobody can say what and where it is stays at the desk and wakes somebody all the same", async () => {
  const line = await hotline(NIGHT, "as read");
  await line.say(messageBy("sms", "m1", "cứu với"));
  expect((await line.tickets.find("ticket-1"))?.agency).toBeUndefined();
  expect(await alertsOf(line, "truc-ban-tinh")).toHaveLength(1);
  expect(pages(line)).toHaveLength(3);
});

it("twenty emergencies in a minute are twenty pages on each channel and no digest", async () => {
  const line = await hotline(NIGHT, "as read");
  for (let n = 1; n <= 20; n++) {
    await line.say({ ...messageBy("sms", `m${n}`, fire), conversation: `sms#hash-${n}` });
  }
  expect(pages(line).filter(({ channel }) => channel === "sms")).toHaveLength(20);
  expect(line.told.some(({ kind }) => kind === "digest")).toBe(false);
});

it.each`
  danger                    | text                                                          | first    | never
  ${"fire"}                 | ${"cháy nhà rồi em ơi lửa cao quá"}                           | ${"114"} | ${/113|112/}
  ${"a heart"}              | ${"ba tôi ôm ngực khó thở, tím tái, cho xe cấp cứu tới liền"} | ${"115"} | ${/113|114|112/}
  ${"a flood"}              | ${"nước lũ lên tới nóc nhà, mẹ con tui kẹt trên mái, cứu"}    | ${"112"} | ${/113/}
  ${"fire, typed in haste"} | ${"chay nha roi bao gap giup em voi lua lon lam"}             | ${"114"} | ${/112|111/}
  ${"a knife"}              | ${"nó cầm dao rượt vợ ngoài sân kìa"}                         | ${"113"} | ${/114|112/}
  ${"the river"}            | ${"ghe chìm ngoài sông, hai người đuối nước chưa vớt được"}   | ${"114"} | ${/113/}
  ${"a beaten child"}       | ${"ông hàng xóm đang đánh đập đứa nhỏ, nó la cứu quá trời"}   | ${"113"} | ${/114|112/}
`("in $danger the citizen reads $first first, and no number that does not fit", async ({ text, first, never }) => {
  const line = await hotline(NIGHT, "as read");
  await line.say(messageBy("sms", "m1", text));
  const [advice] = advices(line);
  expect(/\d{3}(?= \()/.exec(advice?.text ?? "")?.[0]).toBe(first);
  expect(advice?.text).not.toMatch(never);
});

it("whoever tells of a child in danger also reads 111", async () => {
  const line = await hotline(NIGHT, "as read");
  await line.say(messageBy("sms", "m1", "ông hàng xóm đang đánh đập đứa nhỏ, nó la cứu quá trời"));
  expect(advices(line)[0]?.text).toContain("111 (");
});

describe("a conversation about a pothole", () => {
  const MORNING = "2026-09-14T08:15:30+07:00";
  const pothole = zaloMessage("m1", "Đường nhiều ổ gà, mặt đường hư hỏng, đoạn trước chợ Vĩnh Kim, xã Vĩnh Kim");
  const danger = zaloMessage("m2", "trời ơi xe tải lật rồi, có người kẹt dưới gầm xe, máu chảy nhiều lắm, cứu với");
  const chatting = async () => {
    const line = await hotline(MORNING, "as read");
    await line.say(pothole);
    expect(await alertsOf(line)).toEqual([]);
    return line;
  };

  it("in which danger is told becomes an emergency: the supervisor is woken, the citizen advised, the clocks hurry", async () => {
    const line = await chatting();
    await line.at("2026-09-14T09:00:00+07:00");
    await line.say(danger);
    expect(await alertsOf(line, "truc-ban-tinh")).toHaveLength(1);
    expect(advices(line)).toMatchObject([{ channel: "zalo", text: expect.stringContaining("115 (") }]);
    const ticket = await line.tickets.find("ticket-1");
    expect(ticket).toMatchObject({ urgency: "emergency", flags: { emergency: true }, messageCount: 2 });
    expect(ticket?.clocks.find(({ name }) => name === "accept")).toMatchObject({
      dueAt: new Date("2026-09-14T08:45:30+07:00").toISOString(),
    });
  });

  it("wakes nobody again for the same danger, and again for danger a quarter of an hour later", async () => {
    const line = await chatting();
    await line.say(danger);
    await line.say({ ...danger, vendorMessageId: "m3" });
    expect(await alertsOf(line)).toHaveLength(1);
    await line.at("2026-09-14T08:31:00+07:00");
    await line.say({ ...danger, vendorMessageId: "m4" });
    expect(await alertsOf(line)).toHaveLength(2);
  });

  it("a false alarm is lowered by an agent, and what was told and done stays on record", async () => {
    const line = await chatting();
    await line.say(danger);
    await line.act("ticket-1", { name: "classify", input: { urgency: "normal" } }, "agent");
    expect(await line.tickets.find("ticket-1")).toMatchObject({ urgency: "normal", flags: { emergency: false } });
    expect(await alertsOf(line)).toHaveLength(1);
    const classified = (await line.reads.ledger("ticket-1"))
      .flatMap(({ events, actor }) => events.map((event) => ({ ...event, by: actor.kind })))
      .filter(({ type }) => type === "ticket.classified");
    expect(classified).toMatchObject([
      { urgency: "emergency", raised: true, by: "citizen" },
      { urgency: "normal", by: "staff" },
    ]);
  });

  it("danger told after the matter was answered is a ticket of its own", async () => {
    const line = await chatting();
    await line.act("ticket-1", { name: "answer", input: { text: "Phường sẽ vá" } });
    await line.say(danger);
    expect(await line.tickets.find("ticket-2")).toMatchObject({ flags: { emergency: true } });
    expect(await alertsOf(line)).toHaveLength(1);
  });
});

it("who handed the danger over, to which service and when stands in the head and the ledger, and the citizen hears of it", async () => {
  const line = await hotline(NIGHT, "as read");
  await line.say(messageBy("sms", "m1", fire));
  await line.at("2026-09-02T22:33:00+07:00");
  await line.act("ticket-1", { name: "hand-over", input: { to: "114", text: "Xe đã xuất phát" } }, "agent");
  const at = new Date("2026-09-02T22:33:00+07:00").toISOString();
  expect((await line.tickets.find("ticket-1"))?.handedOver).toEqual([{ to: "114", by: "agent-1", at }]);
  expect((await line.reads.ledger("ticket-1")).at(-1)).toMatchObject({
    at,
    actor: { id: "agent-1" },
    events: [{ type: "ticket.handed-over", to: "114", text: "Xe đã xuất phát" }],
  });
  expect(line.told.at(-1)?.text).toContain("chay, cuu nan");
});
