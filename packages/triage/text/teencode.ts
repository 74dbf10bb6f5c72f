import teencode from "./teencode.json" with { type: "json" };

const WHOLE_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(teencode));
const WORD = /[\p{L}\p{M}0-9]+/gu;

/** Chat spelling written out: "ko", "dc", "z", "nc" become "không", "được", "vậy", "nước". */
export function expandTeencode(text: string): string {
  return text.replace(WORD, (word) => WHOLE_WORDS.get(word.toLowerCase()) ?? word);
}
