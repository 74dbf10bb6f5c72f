import { expect, it } from "vitest";
import { read } from "./triage-under-test.ts";

it.each([
  "cháy nhà rồi em ơi lửa cao quá kêu xe chữa cháy lẹ đi",
  "chay nha ap 2 long dinh cuu",
  "em ơi cho em hỏi chút thằng nhỏ nhà em té xuống kênh nãy giờ chưa thấy lên",
  "có mùi gas nồng nặc trong hầm xe, hai người đã ngất",
  "nó cầm dao rượt vợ ngoài sân, nói nhỏ thôi nó nghe",
  "dây điện trung thế đứt rớt xuống ruộng còn xẹt lửa, bà con đứng coi đông lắm",
  "ba tôi ôm ngực khó thở, tím tái, cho xe cấp cứu tới liền",
  "giàn giáo sập, hai người thợ còn kẹt bên dưới đang rên",
])("danger to life now is an emergency: %s", (text) => {
  expect(read(text).emergency).toBe(true);
});

it.each([
  "hồi năm ngoái nhà tui cháy, giờ tui hỏi thủ tục xin hỗ trợ",
  "xã diễn tập chữa cháy lúc 8 giờ, bà con đừng lo",
  "SALE cháy hàng, máy bắt muỗi giật điện giảm giá 50%, inbox em nha",
  "trời nóng muốn xỉu luôn ad ơi",
  "bóng đèn đường cháy bóng ba bữa nay chưa ai thay",
  "đề nghị tổ chức lớp dạy bơi phòng chống đuối nước cho trẻ em",
  "lúa cháy lá vì thiếu nước",
])("the same words in the past, in a drill, on sale or as a figure are none: %s", (text) => {
  expect(read(text).emergency).toBe(false);
});
