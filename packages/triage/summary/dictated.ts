/** A digit as it is read out, in the form of a regular expression's alternative. */
export const DIGIT = "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|\\d{1,3}(?!\\d))(?!\\p{L})";

/** Four digits in a row and more: a number that is dictated, or a piece of one. */
const ROW = new RegExp(`(?<![\\p{L}\\d])${DIGIT}(?:[ ,.]+${DIGIT}){3,}`, "giu");

/** The text with dots for every number that is dictated in it. */
export function hideDictated(text: string): string {
  return text.replace(ROW, "•••");
}
