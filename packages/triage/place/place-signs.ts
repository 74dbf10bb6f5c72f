import { PhraseBook } from "#triage/text/phrase-book";
import type { Token } from "#triage/text/tokens";

/** What the words before a name say of it. */
export type Sign =
  | "unit"
  | "district"
  | "province"
  | "hamlet"
  | "here"
  | "mine"
  | "towards"
  | "away"
  | "person"
  | "business"
  | "way"
  | "denied";

const SIGNS: Readonly<Record<Sign, string>> = {
  unit: "xã, phường, thị trấn, ủy ban nhân dân xã, ủy ban xã, địa bàn xã",
  district: "huyện, thị xã, thành phố, tp, tx, quận",
  province: "tỉnh",
  hamlet: "ấp, khu phố, khóm, thôn, tổ dân phố, miễu, đình, chùa",
  mine:
    "cư trú tại, cư trú ở, ở bên, chỗ tui là, chỗ em là, tôi ở, tui ở, em ở, e ở, chị ở, anh ở, cô ở, chú ở, bác ở, con ở, mình ở, nhà ở, dân ở, địa chỉ, quê, chỗ em ở, chỗ tui ở, khóm em, ấp em, xóm em, chỗ em, bên em, xã em, nhà em, quê em, khóm tui, ấp tui, xóm tui, chỗ tui, bên tui, nhà tui, " +
    "chỗ tôi, xóm mình, ấp mình, chỗ mình, bên mình, nhà mình, chỗ anh, chỗ chị",
  here:
    "ở, tại, gần, đoạn qua, khúc qua, ngang qua, đi qua, đi ngang, chạy qua, chợ, cầu, khu, khu vực, đoạn, khúc, ngã ba, ngã tư, vòng xoay, dưới, thuộc, địa bàn, ủy ban nhân dân, ủy ban, " +
    "công an, trạm y tế, trường, tiểu học, mầm non, mẫu giáo, trung học cơ sở, trung học phổ thông, cấp hai, cấp ba, cấp 2, cấp 3, " +
    "bến, bến phà, bến xe, phà, khu công nghiệp, cụm công nghiệp, khu dân cư, cụm dân cư, khu tái định cư, điện lực, chỗ, vùng, cù lao, cồn, " +
    "xóm, phía, bệnh viện, nhà văn hóa, bờ kè, bãi rác, bưu điện, công viên, trung tâm, bên, ngay, đầu, cuối, khu chợ, phố cổ, siêu thị, trạm",
  way: "đường, lộ, tuyến, kênh, kinh, sông, rạch, quốc lộ, cao tốc, đường tránh, xe buýt, tuyến xe, cống, hẻm",
  denied: "không phải, hổng phải, chứ không phải, không phải ở, không phải bên, chớ không phải, k phải",
  towards: "từ, đến, tới, về, lên, ra, sang, qua, vào, vô, xuống",
  away: "đi, hướng, hướng đi, đường đi",
  person:
    "ông, bà, anh, chị, cô, chú, bác, thằng, em, con, cháu, dì, cậu, mợ, thím, tên, nguyễn, trần, lê, phạm, huỳnh, võ, đặng",
  business:
    "công ty, quán, tiệm, tiệm vàng, cửa hàng, nhà hàng, shop, đại lý, hãng, cơ sở, vựa, doanh nghiệp, nhà xe, xe khách, nhà thuốc, " +
    "phòng khám, khách sạn, nhà nghỉ, karaoke, quán ăn, hợp tác xã, ngân hàng, tập đoàn",
};

const HAMLET_NUMBER = /^\d+[a-z]?$/;
const BOOK = PhraseBook.of(
  Object.entries(SIGNS).flatMap(([sign, phrases]) =>
    phrases.split(", ").map((phrase) => [phrase, sign as Sign] as const),
  ),
);

/** The sign whose words end right before a name. */
export interface SignBefore {
  readonly sign: Sign;
  readonly from: number;
}

/** For each position, the sign that ends there; of several the longest. "ấp 3" says where, "ấp Tân Phú" is a hamlet's name. */
export function signsBefore(tokens: readonly Token[]): ReadonlyMap<number, SignBefore> {
  const signs = new Map<number, SignBefore>();
  const found = BOOK.findAll(tokens).filter(({ to }) => !/\S/.test(tokens[to]?.gap ?? ""));
  for (const { from, to, value } of found) {
    const known = signs.get(to);
    if (known === undefined || from < known.from) signs.set(to, { sign: value, from });
    if (value === "hamlet" && HAMLET_NUMBER.test(tokens[to]?.word ?? "")) signs.set(to + 1, { sign: "here", from });
  }
  return signs;
}
