const AFTER_BURNING =
  "(?:nhà|chợ|kho|xưởng|quán|tiệm|đồng|rừng|bãi rác|trạm|xe bồn|lớn|dữ|rụi|lan|khói|đỏ trời|phừng phừng|bình ga|bình gas|cây xăng)";
const BURNING = new RegExp(`(?<!\\p{L})chạy(?= ${AFTER_BURNING}(?!\\p{L}))`, "gu");
const SMOKE_OR_FLAMES = /khói|lửa|cứu hỏa|chữa ch[aáạ]y|114|bốc/u;
const RUNS =
  /(?<!bỏ |xe |đang |phải |để |không |mà |người ta |bà con |nước |máy |em |tui |tôi |anh |chị )chạy(?= (?:rồi|quá)(?!\p{L}))/gu;
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/ch[ửữ]a chạy|chửa cháy/gu, "chữa cháy"],
  [/bốc chạy/gu, "bốc cháy"],
  [/đúi nước|đuối nướt/gu, "đuối nước"],
  [/điện giực|điện dựt/gu, "điện giật"],
  [/cầu cống điện/gu, "cầu dao điện"],
];

/**
 * What speech recognition mishears, put right where its surroundings prove it: "chạy nhà rồi khói quá trời" is a fire,
 * "chạy xe qua nhà" is not.
 */
export function mendSpeechSlips(text: string): string {
  let mended = text;
  for (const [slip, meant] of SLIPS) mended = mended.replace(slip, meant);
  if (!SMOKE_OR_FLAMES.test(mended)) return mended;
  return mended.replace(BURNING, "cháy").replace(RUNS, "cháy");
}
