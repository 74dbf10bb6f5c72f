import { foldDiacritics } from "./fold-diacritics.ts";

/** One syllable in the two forms that words are compared in. */
export interface Syllable {
  /** With its diacritics; "y" and "i", "ngã" and "hỏi" are one, because people mix them up. */
  readonly key: string;
  /** Without any diacritics. */
  readonly folded: string;
}

const LONE_Y = /^([bcdđghklmnpqrstvx]+)([yýỳỷỹỵ])$/u;
const I_FOR_Y: Readonly<Record<string, string>> = { y: "i", ý: "í", ỳ: "ì", ỷ: "ỉ", ỹ: "ỉ", ỵ: "ị" };
const known = new Map<string, Syllable>();
/** Enough for every syllable of the language; beyond it a stranger's text cannot make memory grow. */
const REMEMBERED = 20_000;

/** The forms of one lower-case syllable, e.g. "mỹ" with key "mỉ" and folded "mi". */
export function syllableOf(word: string): Syllable {
  const found = known.get(word);
  if (found !== undefined) return found;
  const quy = word.startsWith("qu") && word.length === 3 ? word.replace(/[yýỳỷỹỵ]$/u, (y) => I_FOR_Y[y] ?? y) : word;
  const merged = quy.replace(LONE_Y, (_, consonants: string, y: string) => consonants + (I_FOR_Y[y] ?? y));
  const key = tildeToHook(merged);
  const syllable = { key, folded: foldDiacritics(key) };
  if (known.size < REMEMBERED) known.set(word, syllable);
  return syllable;
}

const TILDES = "ãẵẫẽễĩõỗỡũữỹ";
const HOOKS = "ảẳẩẻểỉỏổởủửỷ";

function tildeToHook(word: string): string {
  let hooked = "";
  for (const letter of word) {
    const at = TILDES.indexOf(letter);
    hooked += at === -1 ? letter : HOOKS[at];
  }
  return hooked;
}
