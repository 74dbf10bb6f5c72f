const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/[👍👌🙏❤💖💕😍🥰😊😁🌹💐👏]+/gu, " cảm ơn "],
  [/[😡😠🤬👿💢]+/gu, " bức xúc "],
  [/[🆘🚨]+/gu, " cấp cứu "],
];
const PICTURE = /\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\u{1F1E6}-\u{1F1FF}]/gu;

/**
 * Emoji put into words where they say something, and taken out where they decorate.
 *
 * 🔥 is decoration: shops and gamers use it far more often than people whose house burns.
 */
export function emojiToWords(text: string): string {
  let words = text;
  for (const [picture, meaning] of MEANINGS) words = words.replace(picture, meaning);
  return words.replace(PICTURE, " ");
}
