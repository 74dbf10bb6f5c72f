const OPEN_PAIR = /([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])(?!\p{L})|(?<![qQ])([uU])([ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** "hoà" and "thuý" written as "hòa" and "thúy": both are correct Vietnamese, and each citizen has their own. */
export function toOneTonePlacement(text: string): string {
  return text.replace(OPEN_PAIR, (pair, o?: string, a?: string, u?: string, y?: string) => {
    const [first, second] = o !== undefined ? [o, a] : [u, y];
    const toned = (second ?? "").normalize("NFD");
    const tone = toned.match(TONE)?.[0];
    if (first === undefined || tone === undefined) return pair;
    return (first + tone).normalize("NFC") + toned.replace(TONE, "").normalize("NFC");
  });
}
