import { describe, expect, it } from "vitest";
import type { DomainEvent } from "#contracts/domain-event";
import { outboundMessageSchema } from "#contracts/outbound-message";
import { whatToTell } from "#notifications/what-to-tell";
import { at, breachedClock, context, entryOf, openedEvent, runningClock, ticketOf } from "./scene.ts";

const reach = { phone: true, email: false };
const later = "2026-09-15T03:00:00.000Z";
const tell = (events: DomainEvent[], ticket = ticketOf(), when = later) =>
  whatToTell(entryOf(events, { at: when, sequence: 7 }), ticket, context, reach);
const urgent = { urgency: "emergency", flags: { ...ticketOf().flags, emergency: true } } as const;

describe("the citizen", () => {
  it.each`
    used        | phone    | email    | channel      | fallback
    ${"zalo"}   | ${true}  | ${false} | ${"zalo"}    | ${["sms"]}
    ${"zalo"}   | ${false} | ${false} | ${"zalo"}    | ${[]}
    ${"sms"}    | ${true}  | ${true}  | ${"sms"}     | ${["email"]}
    ${"phone"}  | ${true}  | ${false} | ${"sms"}     | ${[]}
    ${"phone"}  | ${false} | ${false} | ${undefined} | ${undefined}
    ${"web"}    | ${true}  | ${true}  | ${"sms"}     | ${["email"]}
    ${"web"}    | ${false} | ${true}  | ${"email"}   | ${[]}
    ${"email"}  | ${false} | ${true}  | ${"email"}   | ${[]}
    ${"sensor"} | ${false} | ${false} | ${undefined} | ${undefined}
  `(
    "who used $used (phone known: $phone, e-mail: $email) is answered on $channel",
    ({ used, channel, fallback, ...known }) => {
      const ticket = ticketOf({ channel: used });
      const [message] = whatToTell(entryOf([openedEvent(ticket)]), ticket, context, known).messages;
      expect(message?.channel).toBe(channel);
      expect(message?.fallback).toEqual(fallback);
    },
  );

  it("learns code, agency and due time at once, under an id that is always the same", () => {
    const ticket = ticketOf();
    const { messages } = whatToTell(entryOf([openedEvent(ticket)]), ticket, context, reach);
    expect(messages).toEqual([
      {
        id: "T1.1.0.citizen.zalo",
        kind: "acknowledgement",
        channel: "zalo",
        fallback: ["sms"],
        recipient: { kind: "citizen", citizen: "citizen-1", conversation: "zalo#8309393969855400001" },
        ticketId: "T1",
        ticketCodes: ["DT-2026-000123-K"],
        subject: "1022 Đồng Tháp đã nhận phản ánh DT-2026-000123-K",
        text: expect.stringMatching(
          /DT-2026-000123-K\.\nĐơn vị xử lý: UBND xã Vĩnh Kim\.\nHạn trả lời: 17:00 16\/09\/2026\./,
        ),
        smsText:
          "1022 Dong Thap da nhan phan anh DT-2026-000123-K. UBND xa Vinh Kim xu ly, han 17:00 16/09/2026. Tra cuu https://1022.example.vn/tra-cuu",
        createdAt: at,
        state: "queued",
        attempts: 0,
      },
    ]);
    expect(outboundMessageSchema.parse(messages[0])).toEqual(messages[0]);
  });

  it("reads where to call before anything else in an emergency", () => {
    const ticket = ticketOf(urgent);
    const { messages } = whatToTell(
      entryOf([openedEvent(ticket)], { at: "2026-09-14T18:00:00.000Z" }),
      ticket,
      context,
      reach,
    );
    const toCitizen = messages.filter(({ recipient }) => recipient.kind === "citizen");
    expect(toCitizen.map(({ kind, notBefore }) => [kind, notBefore])).toEqual([
      ["emergency-advice", undefined],
      ["acknowledgement", undefined],
    ]);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  });

  it.each`
    case                                    | ticket                   | says
    ${"that the desk looks for the agency"} | ${{ agency: undefined }} | ${"chuyển đúng đơn vị"}
    ${"the question what it is about"}      | ${{ title: "" }}         | ${"chuyện gì, ở đâu"}
    ${"the question which place is meant"} | ${{ agency: undefined, place: { candidates: [{ areaCode: "xa-tan-thanh", area: "" }, { areaCode: "xa-tan-thanh-thanh-binh", area: "" }] } }} | ${"xã Tân Thành (Tân Hồng cũ) hay xã Tân Thạnh (Thanh Bình cũ)?"}
  `("hears $case with the code", ({ ticket: rest, says }) => {
    const ticket = ticketOf(rest);
    const [message] = whatToTell(entryOf([openedEvent(ticket)]), ticket, context, reach).messages;
    expect(message).toMatchObject({ kind: "acknowledgement", text: expect.stringContaining(says) });
    expect(message?.text).toContain(ticket.code);
  });

  it.each`
    event                                                                                                      | kind                 | says
    ${{ type: "ticket.information-asked", text: "Nhà số mấy?" }}                                               | ${"question"}        | ${"Nhà số mấy?"}
    ${{ type: "ticket.replied", text: "Đã cử người xuống.", by: "o" }}                                         | ${"reply"}           | ${"Đã cử người xuống."}
    ${{ type: "ticket.progress-reported", text: "Chờ vật tư.", newDueAt: "2026-09-21T10:00:00.000Z" }}         | ${"progress"}        | ${"Hẹn trả lời lại: 17:00 21/09/2026"}
    ${{ type: "ticket.extension-approved", reason: "Mưa lũ.", newDueAt: "2026-09-21T10:00:00.000Z", by: "s" }} | ${"extension"}       | ${"Hạn mới: 17:00 21/09/2026"}
    ${{ type: "ticket.resolved", text: "Đã vá." }}                                                             | ${"resolution"}      | ${"Nếu thực tế vẫn chưa khắc phục"}
    ${{ type: "ticket.answered", text: "Sẽ làm quý sau." }}                                                    | ${"resolution"}      | ${"Trả lời về phản ánh"}
    ${{ type: "ticket.rejected", reason: "Ngoài tỉnh.", nextStep: "gọi 1022 An Giang" }}                       | ${"resolution"}      | ${"Anh/chị có thể: gọi 1022 An Giang"}
    ${{ type: "ticket.redirected", to: "thanh-tra-tinh", reason: "Theo Luật." }}                               | ${"resolution"}      | ${"Thanh tra tỉnh"}
    ${{ type: "ticket.handed-over", to: "Công an tỉnh An Giang", text: "Đang đến.", by: "a" }}                 | ${"progress"}        | ${"Công an tỉnh An Giang"}
    ${{ type: "ticket.merged", into: "DT-2026-000001-A" }}                                                     | ${"progress"}        | ${"giải quyết chung"}
    ${{ type: "ticket.reopened", reason: "chưa xong" }}                                                        | ${"acknowledgement"} | ${"đã mở lại"}
    ${{ type: "ticket.closed", reason: "silence" }}                                                            | ${"rating-request"}  | ${"hài lòng"}
  `("hears of $event.type as $kind", ({ event, kind, says }) => {
    const { messages, alerts } = tell([event]);
    expect(messages).toMatchObject([{ id: "T1.7.0.citizen.zalo", kind, text: expect.stringContaining(says) }]);
    expect(messages[0]?.text).toContain("DT-2026-000123-K");
    expect(alerts).toEqual([]);
  });

  it("never learns the code of the ticket theirs was merged into", () => {
    const [message] = tell([{ type: "ticket.merged", into: "DT-2026-000001-A" }]).messages;
    expect(message?.text).not.toContain("DT-2026-000001-A");
  });

  it("who complains of an official is told the laws that apply", () => {
    const redirected = { type: "ticket.redirected", to: "Ban Tiếp công dân tỉnh", reason: "" } as const;
    const [message] = tell([redirected], ticketOf({ category: "khieu_nai_to_cao" })).messages;
    expect(message?.text).toContain("Luật Khiếu nại, Luật Tố cáo");
  });

  it.each<DomainEvent>([
    { type: "ticket.noted", text: "nội bộ", by: "o" },
    { type: "ticket.accepted", assignee: "o" },
    { type: "ticket.returned", reason: "không thuộc", from: "so-y-te" },
    { type: "ticket.assigned", agency: "so-y-te", supporting: [] },
    { type: "ticket.extension-requested", reason: "x", newDueAt: later, by: "o" },
    { type: "ticket.extension-refused", reason: "x", by: "s" },
    { type: "ticket.confirmed" },
    { type: "ticket.rated", score: 5 },
    { type: "ticket.unmerged", from: "x" },
    { type: "ticket.duplicate-marked", of: "x", by: "agent-1" },
    { type: "ticket.duplicate-unmarked", from: "x", by: "agent-1" },
    { type: "sla.started", clock: runningClock },
    { type: "sla.acknowledged", clock: runningClock, by: "o" },
  ])("hears nothing of $type, and no alert rings", (event) => {
    expect(tell([event])).toEqual({ messages: [], alerts: [], foldable: [] });
  });

  it("who was told that the desk looks for the agency is told when it is found", () => {
    const forward = { ...runningClock, name: "forward", state: "met", metAt: later, late: false } as const;
    const { messages } = tell([
      { type: "ticket.assigned", agency: "so-y-te", supporting: [] },
      { type: "sla.met", clock: forward },
    ]);
    expect(messages).toMatchObject([
      { kind: "progress", text: expect.stringContaining("đã được chuyển đến UBND xã Vĩnh Kim") },
    ]);
  });

  it("who rated already is not asked to rate", () => {
    const { messages } = tell([
      { type: "ticket.rated", score: 4 },
      { type: "ticket.closed", reason: "confirmed" },
    ]);
    expect(messages).toEqual([]);
  });
});

describe("one more message of the citizen", () => {
  const added = (conversation = "zalo#8309393969855400001"): DomainEvent => ({
    type: "ticket.message-added",
    messageId: "m2",
    direction: "in",
    conversation,
  });
  const when = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  const ids = (minutes: number, conversation?: string) =>
    tell([added(conversation)], ticketOf(), when(minutes)).messages.map(({ id }) => id);

  it("is not answered while the acknowledgement is fresh", () => {
    expect(ids(9)).toEqual([]);
  });
  it("is answered once in ten minutes, on the conversation it came by", () => {
    expect([ids(10), ids(19), ids(20)]).toEqual([
      ["T1.joined.1.citizen.zalo"],
      ["T1.joined.1.citizen.zalo"],
      ["T1.joined.2.citizen.zalo"],
    ]);
    const [message] = tell([added("sms#hash")], ticketOf(), when(15)).messages;
    expect(message).toMatchObject({ channel: "sms", recipient: { conversation: "sms#hash" } });
  });
  it("is not answered when it was spoken to a person, or reopened the ticket", () => {
    expect(ids(60, "phone#hash")).toEqual([]);
    const { messages } = tell([added(), { type: "ticket.reopened", reason: "chưa xong" }]);
    expect(messages.map(({ kind, text }) => [kind, text.includes("mở lại")])).toEqual([["acknowledgement", true]]);
  });
});

it("the advice goes to where the danger was told, be it another conversation than the ticket's", () => {
  const added = { type: "ticket.message-added", messageId: "m2", direction: "in", conversation: "sms#hash" } as const;
  const classified = { type: "ticket.classified", category: "an_ninh", urgency: "emergency", place: {} } as const;
  const raised = { ...classified, needsTriage: false, emergency: true, raised: true } as const;
  const advice = tell([added, raised], ticketOf(urgent)).messages.find(({ kind }) => kind === "emergency-advice");
  expect(advice).toMatchObject({ channel: "sms", recipient: { conversation: "sms#hash" } });
});

describe("quiet hours", () => {
  const resolved: DomainEvent = { type: "ticket.resolved", text: "Đã vá." };
  const replied: DomainEvent = { type: "ticket.replied", text: "Đang xem.", by: "o" };
  const night = "2026-09-16T16:30:00.000Z";

  it.each`
    rule                                             | event       | ticket    | when     | lastWroteAt                   | notBefore
    ${"hold a notice until seven"}                   | ${resolved} | ${{}}     | ${night} | ${undefined}                  | ${"2026-09-17T00:00:00.000Z"}
    ${"do not hold by day"}                          | ${resolved} | ${{}}     | ${later} | ${undefined}                  | ${undefined}
    ${"do not hold what concerns an emergency"}      | ${resolved} | ${urgent} | ${night} | ${undefined}                  | ${undefined}
    ${"do not hold the answer to who just wrote"}    | ${resolved} | ${{}}     | ${night} | ${"2026-09-16T16:00:00.000Z"} | ${undefined}
    ${"do not hold what a person answers in a talk"} | ${replied}  | ${{}}     | ${night} | ${undefined}                  | ${undefined}
  `("$rule", ({ event, ticket, when, lastWroteAt, notBefore }) => {
    const known = { ...reach, ...(lastWroteAt === undefined ? {} : { lastWroteAt }) };
    const [message] = whatToTell(entryOf([event], { at: when }), ticketOf(ticket), context, known).messages;
    expect(message?.notBefore).toBe(notBefore);
  });
});

describe("staff", () => {
  const breached: DomainEvent = {
    type: "sla.breached",
    clock: breachedClock,
    told: ["ld-ubnd-xa-vinh-kim"],
    channels: ["desk", "sms", "email"],
    lateByMs: 125 * 60_000,
  };

  it("a ring is a line in the list of each person told, of the agency and of the province, under one id", () => {
    const { alerts } = tell([breached]);
    const id = `${Date.parse(later)}.T1.7.0`;
    expect(alerts.map(({ staff, ...alert }) => [staff, alert.id])).toEqual([
      ["ld-ubnd-xa-vinh-kim", id],
      ["~ubnd-xa-vinh-kim", id],
      ["~province", id],
    ]);
    expect(alerts[0]).toEqual({
      id,
      staff: "ld-ubnd-xa-vinh-kim",
      kind: "breached",
      ticketId: "T1",
      ticketCode: "DT-2026-000123-K",
      agency: "ubnd-xa-vinh-kim",
      clock: "resolve",
      epoch: 1,
      dueAt: "2026-09-16T10:00:00.000Z",
      lateByMs: 125 * 60_000,
      at: later,
    });
  });

  it("a ring leaves on the channels of the rung that the person has", () => {
    const { foldable, messages } = tell([breached]);
    expect(messages).toEqual([]);
    expect(foldable.map(({ message }) => [message.id, message.text, message.smsText])).toEqual([
      [
        "T1.7.0.ld-ubnd-xa-vinh-kim.sms",
        "Quá hạn: DT-2026-000123-K, UBND xã Vĩnh Kim, giải quyết, hạn 17:00 16/09/2026, trễ 2 giờ 5 phút.",
        "1022 QUA HAN DT-2026-000123-K, UBND xa Vinh Kim, giai quyet, han 17:00 16/09/2026, tre 2 gio 5 phut",
      ],
    ]);
  });

  it.each`
    rule                                                       | told                     | channels                   | leaves
    ${"the desk alone leaves the house on no channel"}         | ${"giam-sat-tinh-1"}     | ${["desk"]}                | ${[]}
    ${"each channel that is named and open"}                   | ${"giam-sat-tinh-1"}     | ${["desk", "sms", "zalo"]} | ${["sms", "zalo"]}
    ${"who has none of the named channels is told on another"} | ${"ld-ubnd-xa-vinh-kim"} | ${["desk", "email"]}       | ${["sms"]}
    ${"somebody who is no longer there is told nothing"}       | ${"nobody"}              | ${["desk", "sms"]}         | ${[]}
  `("$rule", ({ told, channels, leaves }) => {
    const { foldable } = tell([{ ...breached, told: [told], channels }]);
    expect(foldable.map(({ message }) => message.channel)).toEqual(leaves);
  });

  it("a Zalo page that cannot arrive goes as a text message, unless that one goes anyway", () => {
    const pages = (channels: string[]) => tell([{ ...breached, told: ["giam-sat-tinh-1"], channels }]).foldable;
    expect(pages(["zalo"]).map(({ message }) => message.fallback)).toEqual([["sms"]]);
    expect(pages(["zalo", "sms"]).map(({ message }) => message.fallback)).toEqual([[], []]);
  });

  it("a warning and a higher rung say what they are", () => {
    const warned: DomainEvent = { ...breached, type: "sla.warned", clock: runningClock, fraction: 0.5, lateByMs: 0 };
    const escalated: DomainEvent = { ...breached, type: "sla.escalated", rung: 2 };
    const { alerts, foldable } = tell([warned, escalated]);
    expect(alerts.filter(({ staff }) => staff === "~province")).toMatchObject([
      { kind: "warned" },
      { kind: "escalated", rung: 2 },
    ]);
    expect(foldable.map(({ message }) => message.text.split(":")[0])).toEqual(["Sắp đến hạn", "Báo lên bậc 2"]);
  });

  it.each`
    event           | ticket
    ${"opened"}     | ${ticketOf(urgent)}
    ${"classified"} | ${ticketOf(urgent)}
  `(
    "the duty supervisor hears of an emergency at once on every channel, by night, never folded ($event)",
    ({ event, ticket }) => {
      const classified: DomainEvent = {
        type: "ticket.classified",
        category: "an_ninh",
        urgency: "emergency",
        place: {},
        needsTriage: false,
        emergency: true,
        raised: true,
      };
      const events = [event === "opened" ? openedEvent(ticket) : classified];
      const { alerts, messages, foldable } = whatToTell(
        entryOf(events, { at: "2026-09-14T18:00:00.000Z" }),
        ticket,
        context,
        reach,
      );
      expect(alerts.map(({ staff, kind }) => [staff, kind])).toEqual([
        ["truc-ban-tinh", "emergency"],
        ["~ubnd-xa-vinh-kim", "emergency"],
        ["~province", "emergency"],
      ]);
      const toStaff = messages.filter(({ recipient }) => recipient.kind === "staff");
      expect(toStaff.map(({ channel, notBefore }) => [channel, notBefore])).toEqual([
        ["sms", undefined],
        ["zalo", undefined],
        ["email", undefined],
      ]);
      expect(messages[0]?.recipient).toEqual({ kind: "staff", staff: "truc-ban-tinh" });
      expect(foldable).toEqual([]);
    },
  );

  it("a late emergency is not folded either", () => {
    const { messages, foldable } = tell([breached], ticketOf(urgent));
    expect([messages.length, foldable.length]).toEqual([1, 0]);
  });

  it("where nobody is on duty the supervisors hear of the emergency", () => {
    const organisation = {
      ...context.organisation,
      staffFor: (role: string) => (role === "supervisor" ? ["giam-sat-tinh-1"] : []),
    };
    const ticket = ticketOf(urgent);
    const { alerts } = whatToTell(entryOf([openedEvent(ticket)]), ticket, { ...context, organisation }, reach);
    expect(alerts[0]).toMatchObject({ staff: "giam-sat-tinh-1", kind: "emergency" });
  });

  it("where everybody is on leave the emergency wakes them all the same", () => {
    const organisation = { ...context.organisation, staffFor: () => [] };
    const ticket = ticketOf(urgent);
    const { messages } = whatToTell(entryOf([openedEvent(ticket)]), ticket, { ...context, organisation }, reach);
    const woken = messages.flatMap(({ recipient }) => (recipient.kind === "staff" ? [recipient.staff] : []));
    expect(new Set(woken)).toEqual(new Set(["giam-sat-tinh-1", "giam-sat-tinh-2", "truc-ban-tinh"]));
  });

  it("what a person raises by hand reaches the supervisors of the province", () => {
    const { alerts, foldable } = tell([{ type: "ticket.escalated", reason: "Chậm quá", by: "agent-1" }]);
    expect(alerts.map(({ staff }) => staff)).toEqual([
      "giam-sat-tinh-1",
      "giam-sat-tinh-2",
      "~ubnd-xa-vinh-kim",
      "~province",
    ]);
    expect(foldable[0]?.message.text).toContain("Lý do: Chậm quá");
  });
});

it("the same act told again is the same, word for word", () => {
  const ticket = ticketOf(urgent);
  const entry = entryOf([openedEvent(ticket)]);
  expect(whatToTell(entry, ticket, context, reach)).toEqual(whatToTell(entry, ticket, context, reach));
});

it("an emergency that was lowered before anybody was told is told all the same, and not folded", () => {
  const { messages, foldable } = whatToTell(entryOf([openedEvent(ticketOf(urgent))]), ticketOf(), context, reach);
  expect(messages.filter(({ recipient }) => recipient.kind === "staff")).toHaveLength(3);
  expect(foldable).toEqual([]);
});

it.each`
  numbers           | says
  ${["114", "115"]} | ${"gọi ngay 114 (cháy, cứu nạn), 115 (cấp cứu)."}
  ${undefined}      | ${"gọi ngay 113 (công an), 114 (cháy, cứu nạn), 115 (cấp cứu), 112 (thiên tai, cứu hộ cứu nạn)."}
`("the advice names the numbers that fit ($numbers), and all where nobody knows", ({ numbers, says }) => {
  const ticket = ticketOf(urgent);
  const triage = { ...ticket.triage, ...(numbers === undefined ? {} : { callFirst: numbers }) };
  const { messages } = whatToTell(entryOf([openedEvent({ ...ticket, triage })]), ticket, context, reach);
  expect(messages.find(({ kind }) => kind === "emergency-advice")?.text).toContain(says);
});
