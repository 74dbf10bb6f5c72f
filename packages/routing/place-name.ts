import { withoutDiacritics } from "#platform/without-diacritics";

type UnitKind = "phuong" | "xa" | "thi-tran" | "district";

/** A unit's name taken apart: `kind` only when it was said ("phường", "P.", "huyện", "tx"). */
export interface PlaceName {
  readonly kind?: UnitKind;
  /** Lower case, with tone marks at one place of the syllable, so that "Hoà" equals "Hòa". */
  readonly accented: string;
  readonly plain: string;
}

/** Said forms without diacritics; the first that fits is taken, so longer ones stand before shorter. */
const prefixes: readonly (readonly [RegExp, UnitKind])[] = [
  [/^(?:thi tran|tt\.?)\s+/, "thi-tran"],
  [/^(?:thanh pho|tp\.?|thi xa|tx\.?|huyen|h\.)\s*/, "district"],
  [/^(?:phuong\s+|p\.\s*|p\s+|p(?=\d))/, "phuong"],
  [/^(?:xa\s+|x\.\s*)/, "xa"],
];

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Reads a place's name as people write it. */
export function placeName(text: string): PlaceName {
  const clean = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[,;]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
  const plain = withoutDiacritics(clean);
  const found = prefixes.map(([form, kind]) => ({ kind, length: form.exec(plain)?.[0].length ?? 0 }));
  const prefix = found.find(({ length }) => length > 0);
  const length = prefix?.length ?? 0;
  return {
    ...(prefix === undefined ? {} : { kind: prefix.kind }),
    accented: toneAtEnd(clean.slice(length)),
    plain: plain.slice(length),
  };
}

function toneAtEnd(text: string): string {
  const syllables = text.normalize("NFD").split(" ");
  return syllables.map((syllable) => syllable.replace(TONES, "") + (syllable.match(TONES) ?? []).join("")).join(" ");
}
