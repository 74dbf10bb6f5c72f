const MARKS = /(?<=[.!?;])\s+|\n+/;
const PRONOUN = "(?:tui|tôi|em|chị|anh|cô|chú|bác|con|cháu|mình|tụi tui|tụi em|bà con)";
/** Whose it is ("nhà tui", "của em") is no new thought. */
const NOT_OWNED = "(?<!nhà|của|cho|với|giùm|kêu|bên|hỏi|xóm|ruộng|vườn|đất|mấy|đứa|thằng|cảm ơn|chào)";
/** Words that open a new thought in speech. */
const TURNS = new RegExp(
  `${NOT_OWNED}\\s+(?=(?:với lại|nhờ|đề nghị|yêu cầu|kiến nghị|mong|giờ (?:thì|mà|${PRONOUN})|em kêu|mà (?:kêu|gọi|báo|giờ|${PRONOUN})|rồi (?:giờ|kêu|gọi|${PRONOUN})|nên ${PRONOUN}|còn|${PRONOUN} (?:tên|là|gọi|muốn|phản ánh|báo|xin|nhờ|đề nghị|cũng|có|thấy|đi|ở|ra|vô|kêu)) )`,
  "iu",
);

/** A text cut into sentences; what was spoken without marks and is longer than `long` is cut where a new thought opens. */
export function sentencesOf(text: string, long = 140): readonly string[] {
  return text
    .split(MARKS)
    .flatMap((part) => (part.length > long ? pieces(part, long) : [part]))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function pieces(part: string, long: number): readonly string[] {
  const out: string[] = [];
  for (const piece of part.split(TURNS)) {
    const last = out.at(-1);
    if (last !== undefined && last.length + piece.length < long / 2) out[out.length - 1] = `${last} ${piece}`;
    else out.push(piece);
  }
  return out;
}
