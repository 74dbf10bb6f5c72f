const PRONOUN = "(?:tui|tôi|em|chị|anh|cô|chú|bác|dì|con|cháu|mình|tụi (?:tui|em|anh))";
const LISTENER = "(?:em|chị|anh|cô|chú|bác|con|cháu|mấy (?:em|cô|anh|chị)|tổng đài|ad|bạn)";
const ONLY_HERE = "(?=[ ,]+(?:là|chút|xíu|cái|về|vụ|việc|hay|biết|rằng|nghe)(?!\\p{L}))";
const TELLS = "(?:phản ánh|phản ảnh|trình báo|thông báo|báo cáo|báo tin|báo|kiến nghị|hỏi thăm|hỏi|nói)";
const FILLERS = "(?:chút|xíu|chút xíu|thử|lại|luôn|giùm|biết|về|tới|là|rằng|thì|hay|cái|vụ|việc|chuyện)";

/** Greetings and the like: never words of the matter. */
const GREETINGS: readonly RegExp[] = [
  /^(?:\[[^\]]*\]\s*)+/u,
  /^(?:(?:số|là) )*•+[ ,.]*/iu,
  new RegExp(
    `^(?:dạ|alo|a lô|ờ|ừ|à|ủa|trời(?: ơi)?|vâng|ok|rồi|thưa|xin chào|chào|làm ơn|xin lỗi|kính (?:gửi|thưa)[^.,]*[.,]|${LISTENER} ơi|(?:chào |thưa )${LISTENER})(?:[ ,.!]+|$)`,
    "iu",
  ),
  /^(?:gấp|khẩn cấp|khẩn|nguy hiểm)(?: (?:lắm|quá|rồi|dữ lắm))(?: em| anh| chị)?[ ,.!]+/iu,
  /^(?:có phải |phải )?(?:tổng đài|đường dây nóng|1022|một không hai hai)(?: 1022| một không hai hai)? (?:hả|không|hông|phải không|đúng không)(?: em| cô| anh)?(?:[ ,.?]+|$)/iu,
];

/** Who calls and that they call: dropped only where what is left says as much of the matter. */
const INTRODUCTIONS: readonly RegExp[] = [
  new RegExp(
    `^${PRONOUN} (?:là |ở |tên |bên |đang |cũng |hổng |không |hông ).{0,90}?(?=${PRONOUN} (?:gọi|muốn|xin|phản ánh|báo|có việc))`,
    "iu",
  ),
  new RegExp(
    `^(?:nên |mà |nay |bữa nay |hôm nay |giờ )?(?:cho |để )?(?:${PRONOUN} )?(?:đang |mới |phải |xin |có )?(?:gọi|điện)(?: (?:điện|lên|tới|đến|lại|vô|qua|để|đây|cho|tổng đài|1022|${TELLS}|${FILLERS}|${LISTENER}${ONLY_HERE}))* `,
    "iu",
  ),
  new RegExp(
    `^(?:nên |mà )?(?:cho |để |xin )?(?:${PRONOUN} )?(?:muốn |xin |cần |có |định |phải |nhờ )*${TELLS}(?: cho)?(?: ${LISTENER}${ONLY_HERE})?(?: ${FILLERS}(?!\\p{L}))*(?:[ ,:]+|$)`,
    "iu",
  ),
];
const PARTICLES = "nha|nhe|nhé|nghe|nghen|nhen|hen|nè|ạ|á|vậy đó|luôn đó|rồi đó";
const SPOKEN_TO = "(?:em|anh|chị|cô|chú|con|mấy em)(?: ơi)?";
/** "... rồi nha em": the pronoun is spoken to somebody; in "hồ sơ của chị" it is not. */
const TRAILING = new RegExp(
  `(?:[ ,]+(?:${PARTICLES})(?: ${SPOKEN_TO})?)+[ .!]*$|(?<=rồi|lắm|quá|giùm|dùm|luôn|đi|hết)[ ,]+${SPOKEN_TO}[ .!]*$|[ .,!]+$`,
  "iu",
);

/** Loses what is said before the matter (greeting, who calls from where, "I call to tell that"), never the matter itself. */
export function withoutLeadIn(sentence: string, weigh: (words: string) => number, area?: string): string {
  let rest = sentence.trim();
  for (let before = ""; before !== rest; ) {
    before = rest;
    for (const greeting of GREETINGS) rest = rest.replace(greeting, "").trim();
    for (const introduction of introductionsFrom(area)) rest = lighter(rest, introduction, weigh);
  }
  return lighter(rest, TRAILING, weigh);
}

function lighter(words: string, drop: RegExp, weigh: (words: string) => number): string {
  const shorter = words.replace(drop, "").trim();
  return shorter === "" || shorter === words || weigh(shorter) < weigh(words) ? words : shorter;
}

/** "em ở khu phố hai phường gò công": the place has a line of its own. */
function introductionsFrom(area: string | undefined): readonly RegExp[] {
  if (area === undefined) return INTRODUCTIONS;
  const name = area.replace(/[^\p{L}\d ]/gu, ".");
  const livesThere = `^${PRONOUN} (?:là (?:dân|người) )?(?:ở|bên|dưới|trên) .{0,60}?${name}(?: (?:nè|nha|nghen|đây|á))?[ ,.]+`;
  return [...INTRODUCTIONS, new RegExp(livesThere, "iu")];
}
