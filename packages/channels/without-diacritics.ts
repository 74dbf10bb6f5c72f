/** The text as an unaccented SMS would say it: same letters, no marks, đ as d. Case is kept. */
export function withoutDiacritics(text: string): string {
  const letters = text.normalize("NFD").replace(/\p{Mn}/gu, "");
  return letters.replaceAll("đ", "d").replaceAll("Đ", "D").normalize("NFC");
}
