/** The text as it is typed on a phone without Vietnamese: "cúp nước ở Đồng Tháp" becomes "cup nuoc o Dong Thap". */
export function foldDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}
