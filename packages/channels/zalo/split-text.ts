/** Where a text may be parted, best first: between paragraphs, lines, sentences, words. */
const BORDERS = [/\n\n/g, /\n/g, /[.!?…](?=\s)/g, /\s/g];

/** The end of the last piece before a border of the best kind, if that leaves no tiny part. */
function borderIn(text: string, smallest: number): number | undefined {
  for (const border of BORDERS) {
    const ends = [...text.matchAll(border)].map(({ index, 0: found }) => index + found.trimEnd().length);
    const last = ends.at(-1) ?? 0;
    if (last >= smallest) return last;
  }
  return undefined;
}

/** Where the first part ends: at a border, else in the middle of a word, but never of a character. */
function cutOf(text: string, limit: number): number {
  const border = borderIn(text.slice(0, limit + 1), limit / 2);
  if (border !== undefined) return border;
  const breaksCharacter = /[\ud800-\udbff]$/.test(text.slice(0, limit));
  return breaksCharacter ? limit - 1 : limit;
}

/** The text in parts of at most `limit` characters, parted where a reader would pause. Only blanks at a border are lost. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const cut = cutOf(rest, limit);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest];
}
