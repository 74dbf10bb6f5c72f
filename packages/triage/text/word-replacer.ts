/** Replaces whole words and phrases of a list, longest first, in lower-case text whose words are divided by blanks. */
export function wordReplacer(list: Readonly<Record<string, string>>): (text: string) => string {
  const longest = Math.max(...Object.keys(list).map((phrase) => phrase.split(" ").length));
  const meanings = new Map(Object.entries(list));
  return (text) => {
    const words = text.split(" ");
    const out: string[] = [];
    for (let at = 0; at < words.length; ) {
      const found = phraseAt(words, at, longest, meanings);
      out.push(found?.meaning ?? words[at] ?? "");
      at += found?.length ?? 1;
    }
    return out.join(" ");
  };
}

function phraseAt(words: readonly string[], at: number, longest: number, meanings: ReadonlyMap<string, string>) {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const phrase = length === 1 ? (words[at] ?? "") : words.slice(at, at + length).join(" ");
    const meaning = meanings.get(phrase);
    if (meaning !== undefined) return { meaning, length };
  }
  return undefined;
}
