import { expect, it } from "vitest";
import { provinceFiles } from "#triage/files/province-files";
import { nearestAreas } from "#triage/place/nearest-area";
import { read, triage } from "./triage-under-test.ts";

const placeIn = (text: string) => {
  const { place } = read(text);
  if (place.kind === "known") return place.place.name;
  return place.kind === "asked" ? place.candidates.map(({ name }) => name).sort() : undefined;
};

it.each`
  text                                              | area
  ${"cúp nước ở xã Vĩnh Kim"}                       | ${"xã Vĩnh Kim"}
  ${"o ga lon gan cau An Huu"}                      | ${"xã An Hữu"}
  ${"karaoke ồn quá, P. Mỹ Tho"}                    | ${"phường Mỹ Tho"}
  ${"phuong my tho ngap nuoc"}                      | ${"phường Mỹ Tho"}
  ${"xa my tho mat dien"}                           | ${"xã Mỹ Thọ"}
  ${"nuoc may man, Tan Thoi TPD"}                   | ${"xã Tân Thới"}
  ${"thị trấn Sa Rài cũ mất sóng"}                  | ${"xã Tân Hồng"}
  ${"phường 4 Mỹ Tho cũ đèn đường tắt"}             | ${"phường Đạo Thạnh"}
  ${"rác ở xã Tân Phú, huyện Thanh Bình trước đây"} | ${"xã Thanh Bình"}
  ${"tui ở biển Tân Thành đường hư"}                | ${"xã Gò Công Đông"}
  ${"tôi ở phường Trung An, đường hư"}              | ${"phường Trung An"}
  ${"con đường ở xã Tân Phước hai bị ngập"}         | ${"xã Tân Phước 2"}
`("$text lies in $area", ({ text, area }) => {
  expect(placeIn(text)).toBe(area);
});

it.each`
  text                            | asked
  ${"den duong cho My Tho tat"}   | ${["phường Mỹ Tho", "xã Mỹ Thọ"]}
  ${"cau khi gay roi, Tan Thanh"} | ${["xã Gò Công Đông", "xã Tân Thành", "xã Tân Thạnh"]}
  ${"cup dien o Go Cong"}         | ${["phường Gò Công", "xã Gò Công Đông"]}
`("without diacritics several places fit and are asked back: $text", ({ text, asked }) => {
  expect(placeIn(text)).toEqual(asked);
});

it.each([
  "đất nhà em giờ thuộc xã nào, hồi đó là xã Phú Phong huyện Châu Thành Tiền Giang",
  "cho hỏi xã Mỹ Xương hồi trước giờ nhập về đâu rồi",
])("which unit an old name belongs to now is a question, not where the matter is: %s", (text) => {
  expect(placeIn(text)).toBeUndefined();
});

it.each([
  "gia đình sống an bình mấy chục năm nay",
  "ông Thanh Bình chạy xe ẩu",
  "cao tốc Mỹ An - Cao Lãnh bồi thường thấp",
  "xin hướng dẫn xe buýt từ Mỹ Tho đi Cao Lãnh",
  "dịch vụ công tỉnh Đồng Tháp bị lỗi",
])("a name that says nothing of where is no place: %s", (text) => {
  expect(placeIn(text)).toBeUndefined();
});

it("a place in another province is recognised and goes there", () => {
  const reading = read("tôi ở Vĩnh Long, cúp nước ba ngày rồi");
  expect(reading.outsideProvince).toBe("Vĩnh Long");
  expect(reading.redirect).toBe("other-province");
});

it("a point settles which of two names is meant", () => {
  const { place } = triage("ngap nuoc cho My Tho", { channel: "zalo", location: { lat: 10.355, lon: 106.366 } });
  expect(place).toMatchObject({ kind: "known", place: { name: "phường Mỹ Tho" } });
});

it("a point far from the province lies in no area", () => {
  expect(nearestAreas({ lat: 21.03, lon: 105.85 }, provinceFiles().areas)).toEqual([]);
});
