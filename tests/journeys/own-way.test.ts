import { expect, it } from "vitest";
import { hotline } from "../fixtures/hotline.ts";
import { zaloMessage } from "../fixtures/messages.ts";

const onMonday = () => hotline("2026-09-14T08:15:30+07:00", "as read");

it("a denunciation waits at the desk without the hotline's promise, and its teller hears where it is heard", async () => {
  const { say, act, told, tickets, reads } = await onMonday();
  await say(zaloMessage("m1", "Tôi tố cáo trưởng ấp ăn chặn tiền hộ nghèo ở xã Vĩnh Kim"));
  const ticket = await tickets.find("ticket-1");
  expect(ticket).toMatchObject({
    status: "received",
    triage: { redirect: "denunciation" },
    flags: { needsTriage: true, anonymous: true },
  });
  expect(ticket?.agency).toBeUndefined();
  expect(ticket?.clocks.map(({ name }) => name)).toEqual(["forward", "first-reply"]);
  const [message] = ticket === undefined ? [] : await reads.messages(ticket, []);
  const to = message?.reading?.redirectTo ?? "";
  expect(to).toContain("Ban Tiếp công dân");
  await act("ticket-1", { name: "redirect", input: { to, reason: "Nơi này giữ kín tên người tố cáo." } }, "agent");
  expect(told.at(-1)?.text).toMatch(/theo Luật Khiếu nại, Luật Tố cáo.*Ban Tiếp công dân/s);
  expect((await tickets.find("ticket-1"))?.fireAt).toBeUndefined();
});

it.each`
  redirect         | text                                                                        | urgency
  ${"spam"}        | ${"QC vay tiền nhanh không thế chấp giải ngân trong ngày"}                  | ${"low"}
  ${"scam"}        | ${"Chúc mừng bạn trúng thưởng từ tổng đài 1022, bấm vào link nhận thưởng"}  | ${"low"}
  ${"press"}       | ${"Tôi là phóng viên, xin phỏng vấn lãnh đạo tỉnh"}                         | ${undefined}
  ${"data-rights"} | ${"Tôi yêu cầu xóa dữ liệu cá nhân của tôi"}                                | ${undefined}
  ${"follow-up"}   | ${"Phản ánh bữa trước của tôi tới đâu rồi, chưa ai trả lời, ở xã Vĩnh Kim"} | ${undefined}
  ${"thanks"}      | ${"Cảm ơn tổng đài, đường sửa xong rồi"}                                    | ${"low"}
`("$redirect is a ticket at the desk that no agency gets", async ({ redirect, text, urgency }) => {
  const { say, tickets } = await onMonday();
  await say(zaloMessage("m1", text));
  const ticket = await tickets.find("ticket-1");
  expect(ticket).toMatchObject({ status: "received", triage: { redirect }, flags: { needsTriage: true } });
  expect(ticket?.agency).toBeUndefined();
  if (urgency !== undefined) expect(ticket?.urgency).toBe(urgency);
});

it.each(["Cảm ơn tổng đài nhiều", "HUY"])("%s opens nothing again", async (text) => {
  const { say, act, tickets } = await onMonday();
  await say(zaloMessage("m1", "Ổ gà rất to trước chợ Vĩnh Kim, xã Vĩnh Kim"));
  await act("ticket-1", { name: "resolve", input: { text: "Đã vá" } });
  await say(zaloMessage("m2", text));
  expect(await tickets.find("ticket-1")).toMatchObject({ status: "resolved", messageCount: 2 });
  expect(await tickets.find("ticket-2")).toBeUndefined();
});
