const LONGEST_PLACE = 100;
const FILLERS = /^(?:(?:dạ|à|ờ|ừ|thì|thưa|là|nó|nộp|ở|ngay|tại|em|nhà (?:tui|tôi|em|chị|anh)|ơi)[ ,.]+)+/iu;
const ENDINGS = /(?:[ ,.]+(?:nha|nhe|nghen|ạ|á|đó|nè|em|con|cô|chú|anh|chị|ơi|luôn))*[ ,.!]*$/iu;
/** Where the answer goes on to tell what happens there. */
const GOES_ON = /\s(?:nó|bị|đang|mà|thì|rồi|có|cứ|hay|chứ|hồi|từ|tui|tôi|em|chị)\s.*$/iu;
const NAMES_A_PLACE =
  /(?<!\p{L})(?:ấp|xã|phường|khu phố|khóm|tổ|thị trấn|huyện|đường|lộ|hẻm|quốc lộ|cầu|chợ|ngã (?:ba|tư|năm)|trường|cổng|cống|kinh|kênh|bến|đoạn|trước|sau|gần|kế|đối diện|khu|số nhà|nhà số|chung cư|bệnh viện|trạm|ủy ban|công viên)(?!\p{L})/iu;
const A_NUMBER_TO_CALL = /(?:\d[ .]?){9}/;

/** The place in an answer to "where is it", in the caller's words; undefined where the answer names none. */
export function answeredPlace(answer: string): string | undefined {
  const place = answer.replace(FILLERS, "").replace(GOES_ON, "").replace(ENDINGS, "").trim();
  const isPlace = NAMES_A_PLACE.test(place) && place.length <= LONGEST_PLACE && !A_NUMBER_TO_CALL.test(place);
  return isPlace ? place : undefined;
}
