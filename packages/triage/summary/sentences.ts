const MARKS = /(?<=[.!?;])\s+|\n+/;
const TURNS = /\s+(?=(?:mà|rồi|giờ|với lại|còn|nhờ|em kêu|đề nghị|chị|anh|tui|tôi) )/;
const LONG = 140;

/** A text cut into sentences; what was spoken without marks is cut before the words that open a new thought. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(MARKS)
    .flatMap((part) => (part.length > LONG ? pieces(part) : [part]))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function pieces(part: string): readonly string[] {
  const out: string[] = [];
  for (const piece of part.split(TURNS)) {
    const last = out.at(-1);
    if (last !== undefined && last.length + piece.length < LONG / 2) out[out.length - 1] = `${last} ${piece}`;
    else out.push(piece);
  }
  return out;
}
