import { expect, it } from "vitest";
import { triageSchema } from "#contracts/ticket";
import { ticketTriageOf } from "#triage/ticket-triage";
import { read } from "./triage-under-test.ts";

it.each`
  text                                                     | category
  ${"cúp nước ba bữa nay rồi"}                             | ${"cap_nuoc"}
  ${"cup nuoc ba bua nay roi"}                             | ${"cap_nuoc"}
  ${"ổ gà lớn trên đường tỉnh, xe té hoài"}                | ${"giao_thong"}
  ${"đèn đường trước trường tiểu học tắt cả tháng"}        | ${"chieu_sang"}
  ${"công ty nợ lương hai tháng không đóng bhxh"}          | ${"lao_dong_bhxh"}
  ${"trường thu tiền đầu năm nhiều quá không có biên lai"} | ${"giao_duc"}
  ${"hát karaoke kẹo kéo tới khuya không ai ngủ được"}     | ${"tieng_on"}
  ${"làm sổ đỏ ba tháng chưa có"}                          | ${"dat_dai"}
`("$text is about $category", ({ text, category }) => {
  expect(read(text).category[0]?.value).toBe(category);
});

it("a reading names at most three categories with the citizen's words that spoke for the first", () => {
  const { category, why } = read("bãi rác đốt khói nghẹt thở");
  expect(category).toHaveLength(3);
  expect(why).toContain("bãi rác");
});

it("a text that says nothing is left to a person", () => {
  expect(read("ờ thì vậy đó").needsTriage).toBe(true);
});

it("the wish that nobody learn who told is heard with and without diacritics", () => {
  expect(read("xây nhà trái phép, giữ kín tên giùm").keepNameSecret).toBe(true);
  expect(read("xay nha trai phep. giu kin ten dum").keepNameSecret).toBe(true);
  expect(read("xây nhà trái phép").keepNameSecret).toBe(false);
});

it("abuse is masked and the report in it is kept", () => {
  const reading = read("đồ ngu, cái cầu gãy 3 tháng không ai sửa");
  expect(reading.withoutAbuse).toBe("** ***, cái cầu gãy 3 tháng không ai sửa");
  expect(reading.category[0]?.value).toBe("giao_thong");
});

it.each`
  text                                                        | redirect
  ${"tôi tố cáo trưởng ấp ăn chặn tiền hộ nghèo"}             | ${"denunciation"}
  ${"tôi làm đơn khiếu nại quyết định hành chính, nộp ở đâu"} | ${"complaint"}
  ${"HUY"}                                                    | ${"stop"}
  ${"phiếu TG12345 quá hạn 10 ngày chưa trả lời"}             | ${"follow-up"}
  ${"tôi yêu cầu xóa dữ liệu cá nhân của tôi"}                | ${"data-rights"}
`("$text goes its own way as $redirect", ({ text, redirect }) => {
  expect(read(text).redirect).toBe(redirect);
});

it("several matters in one message are proposed one by one", () => {
  const { matters } = read(
    "Tôi phản ánh hai việc: (1) đèn đường hẻm 21 tắt hết không sáng; (2) cống thoát nước đầu hẻm bị tắc, mưa là ngập",
  );
  expect(matters.map(({ category }) => category)).toEqual(["chieu_sang", "thoat_nuoc"]);
});

it("one matter is not cut in two", () => {
  expect(read("cúp nước từ hôm qua, với lại nước yếu lắm").matters).toEqual([]);
});

it("the title holds no personal data and at most 100 characters", () => {
  const { title } = read(`tôi tên Nguyễn Văn Thử số 0900000022 báo ổ gà lớn ${"rất nguy hiểm ".repeat(20)}`);
  expect(title.length).toBeLessThanOrEqual(100);
  expect(title).not.toMatch(/Nguyễn|09000000/);
});

it("a reading becomes what a ticket keeps", () => {
  const triage = ticketTriageOf(read("den duong cho My Tho tat"));
  expect(triageSchema.parse(triage)).toEqual(triage);
  expect(triage.place.value.candidates).toHaveLength(2);
});

it("the same text gives the same reading", () => {
  const text = "nước ngập tới đầu gối hẻm 32 Nguyễn Huệ phường Mỹ Tho";
  expect(read(text)).toEqual(read(text));
});
