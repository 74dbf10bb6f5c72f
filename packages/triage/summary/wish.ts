const WISH =
  /(?<!\p{L})(?:đề nghị|de nghi|kính mong|mong|nhờ|nho|xin|kêu|cho người|yêu cầu|giúp|giup|giùm|kiến nghị)(?!\p{L})/iu;
/** "Nobody came when we called" and "may I have your name" wish for nothing. */
const NO_WISH =
  /(?:kêu (?:hoài|mãi|ai|đóng|tên)|biết kêu|có kêu|đã kêu|kêu .{0,30}(?:hoài|mà không|mà hổng)|nhờ vậy|nhờ có|xin lỗi|xin chào|cho (?:em|con) xin)/iu;

/** Does the sentence say what the citizen wants done? */
export function isWish(sentence: string): boolean {
  return WISH.test(sentence) && !NO_WISH.test(sentence);
}
