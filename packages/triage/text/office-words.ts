import offices from "./office-words.json" with { type: "json" };

const LONG_FORMS: ReadonlyMap<string, string> = new Map(Object.entries(offices));
const WORD = /[\p{L}\p{M}]+/gu;

/** The state's own short forms written out: "UBND", "BHXH", "CCCD". Unlike "P." they mean the same everywhere. */
export function expandOfficeWords(text: string): string {
  return text.replace(WORD, (word) => LONG_FORMS.get(word.toLowerCase()) ?? word);
}
