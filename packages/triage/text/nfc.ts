/**
 * The text in composed Unicode, with the invisible characters of phones' keyboards taken out.
 *
 * Phones send "ổ" as one code point or as three; the two look the same and compare as different.
 */
export function toNfc(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\u200B|\u200C|\u200D|\u2060|\uFEFF|\uFE0E|\uFE0F/g, "")
    .replace(/[\u00A0\u2007\u202F]/g, " ");
}
