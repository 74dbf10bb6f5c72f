/** The text with Vietnamese letters as plain ones: "Đồng Tháp" becomes "Dong Thap". Case is kept. */
export function withoutDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}
