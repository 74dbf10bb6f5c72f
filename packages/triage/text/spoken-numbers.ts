const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const COUNTED_BEFORE = new Set(
  "ấp phố tổ phường hẻm nhà lộ tỉnh kênh kinh tuyến đội phước ngày lúc số thứ tháng".split(" "),
);
const COUNTED_AFTER = new Set(
  "giờ bữa ngày tuần tháng triệu ngàn nghìn trăm chục đứa người hộ căn mét ký lần cây".split(" "),
);
/** A phone or ID number is read out digit by digit; four in a row are no accident. */
const DICTATED_DIGITS = 4;

/**
 * Numbers of a transcript as digits: "hẻm bốn mươi hai" becomes "hẻm 42", "một không hai hai" becomes "1022".
 *
 * "ba", "năm" and "không" are also "father", "year" and "not", so a lone word is a number only beside a word that
 * counts; and "Tháp Mười" is a place.
 */
export function digitsFromWords(text: string): string {
  const words = text.split(" ");
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const run = runOfNumbers(words, at);
    const digits = run === 0 ? undefined : readRun(words.slice(at, at + run), words[at - 1], words[at + run]);
    if (digits === undefined) out.push(...words.slice(at, at + Math.max(1, run)));
    else out.push(digits);
    at += Math.max(1, run);
  }
  return out.join(" ");
}

function runOfNumbers(words: readonly string[], from: number): number {
  if (words[from] === "mười" && words[from - 1]?.toLowerCase() === "tháp") return 0;
  let end = from;
  while (end < words.length && isNumberWord(words[end] ?? "")) end++;
  return end - from;
}

function isNumberWord(word: string): boolean {
  return Object.hasOwn(DIGITS, word) || word === "mười" || word === "mươi";
}

function readRun(run: readonly string[], before: string | undefined, after: string | undefined): string | undefined {
  const dictated = run.every((word) => Object.hasOwn(DIGITS, word));
  if (dictated && run.length >= DICTATED_DIGITS) return run.map((word) => DIGITS[word]).join("");
  const counted = COUNTED_BEFORE.has(before?.toLowerCase() ?? "") || COUNTED_AFTER.has(after ?? "");
  if (counted || run.includes("mươi") || (run.length > 1 && run.includes("mười"))) return numberOf(run);
  return undefined;
}

/** Tens as they are spoken ("mười hai", "bốn mươi", "bốn mươi hai") or digits side by side ("ba hai"). */
function numberOf(run: readonly string[]): string | undefined {
  const tens = run.indexOf("mươi");
  if (run[0] === "mười") return tensAndUnit(1, run.slice(1));
  if (tens === 1) return tensAndUnit(DIGITS[run[0] ?? ""], run.slice(2));
  return run.length <= 2 && tens === -1 ? run.map((word) => DIGITS[word] ?? "").join("") : undefined;
}

function tensAndUnit(tens: number | undefined, rest: readonly string[]): string | undefined {
  if (tens === undefined || rest.length > 1) return undefined;
  return String(tens * 10 + (DIGITS[rest[0] ?? "không"] ?? 0));
}
