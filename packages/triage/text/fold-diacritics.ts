const ONLY_ASCII = /^[ -~\s]*$/;
const LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY";
const TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const BASES = new Map<string, string>();
for (const letter of LETTERS) {
  const base = letter === "đ" ? "d" : letter === "Đ" ? "D" : (letter.normalize("NFD")[0] ?? letter);
  for (const tone of TONES) BASES.set((letter + tone).normalize("NFC"), base);
}

/** The text as it is typed on a phone without Vietnamese: "cúp nước ở Đồng Tháp" becomes "cup nuoc o Dong Thap". */
export function foldDiacritics(text: string): string {
  if (ONLY_ASCII.test(text)) return text;
  let folded = "";
  for (const letter of text.normalize("NFC")) folded += BASES.get(letter) ?? withoutMarks(letter);
  return folded;
}

/** For letters of other languages. */
function withoutMarks(letter: string): string {
  return letter < "\u00C0" ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "");
}
