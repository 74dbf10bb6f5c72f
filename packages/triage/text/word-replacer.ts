/** Replaces whole words and phrases of a list, longest first, in lower-case text whose words are divided by blanks. */
export function wordReplacer(list: Readonly<Record<string, string>>): (text: string) => string {
  const meanings = new Map(Object.entries(list));
  const longest = longestByFirst(meanings.keys());
  return (text) => {
    const words = text.split(" ");
    if (!words.some((word) => longest.has(word))) return text;
    const out: string[] = [];
    for (let at = 0; at < words.length; ) {
      const found = phraseAt(words, at, longest.get(words[at] ?? "") ?? 0, meanings);
      out.push(found?.meaning ?? words[at] ?? "");
      at += found?.length ?? 1;
    }
    return out.join(" ");
  };
}

/** For each word that opens a phrase, how many words its longest phrase has. */
function longestByFirst(phrases: Iterable<string>): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return longest;
}

function phraseAt(words: readonly string[], at: number, longest: number, meanings: ReadonlyMap<string, string>) {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const phrase = length === 1 ? (words[at] ?? "") : words.slice(at, at + length).join(" ");
    const meaning = meanings.get(phrase);
    if (meaning !== undefined) return { meaning, length };
  }
  return undefined;
}
