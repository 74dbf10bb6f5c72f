import { expect, it } from "vitest";
import { findPersonalData } from "#triage/personal-data/find-personal-data";
import { maskPersonalData } from "#triage/personal-data/mask";

const kinds = (text: string) => findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

it.each`
  text                                                               | kind              | value
  ${"gọi tui số 0900 000 022 nha"}                                   | ${"phone"}        | ${"0900 000 022"}
  ${"liên hệ +84900000022"}                                          | ${"phone"}        | ${"+84900000022"}
  ${"máy bàn 0273 3000 000"}                                         | ${"phone"}        | ${"0273 3000 000"}
  ${"căn cước 082000000000"}                                         | ${"national-id"}  | ${"082000000000"}
  ${"cmnd số 300000000"}                                             | ${"national-id"}  | ${"300000000"}
  ${"chuyển vô stk 1000000000 ngân hàng"}                            | ${"bank-account"} | ${"1000000000"}
  ${"thẻ 9704 0000 0000 0000 bị khóa"}                               | ${"card"}         | ${"9704 0000 0000 0000"}
  ${"xe biển số 63B1 000.00 chạy ẩu"}                                | ${"plate"}        | ${"63B1 000.00"}
  ${"tôi tên Nguyễn Văn Thử ở ấp 3"}                                 | ${"name"}         | ${"Nguyễn Văn Thử"}
  ${"dạ em tên là trần thị thử ạ"}                                   | ${"name"}         | ${"trần thị thử"}
  ${"nhà số 15/3 đường Lý Thường Kiệt"}                              | ${"house-number"} | ${"15/3"}
  ${"thư về thu@example.vn"}                                         | ${"email"}        | ${"thu@example.vn"}
  ${"số không chín không không không không không không hai hai nha"} | ${"phone"}        | ${"không chín không không không không không không hai hai"}
`("$kind is found where it stands: $text", ({ text, kind, value }) => {
  expect(kinds(text)).toEqual([[kind, value]]);
});

it.each([
  "qua hẹn 10 ngày rồi",
  "200 ha lúa thiếu nước",
  "một không hai hai",
  "từ 22 giờ đến 3 giờ sáng",
  "gần 3 triệu",
])("ordinary numbers are no personal data: %s", (text) => {
  expect(findPersonalData(text)).toEqual([]);
});

it("masking hides letters and digits, keeps the last two of a number and the length of the text", () => {
  const text = "tôi tên Nguyễn Văn Thử, số 0900000022";
  const masked = maskPersonalData(text, findPersonalData(text));
  expect(masked).toBe("tôi tên •••••• ••• •••, số ••••••••22");
  expect(masked).toHaveLength(text.length);
});
