/** One comment's beginning, one tag, or text up to the next tag. Each piece is bounded, so the whole is linear. */
const PIECE = /<!--|<(\/?)([a-z][a-z0-9]*)\b([^<>]{0,4000})>|[^<]+|</gi;
const NEVER_SHOWN = ["style", "script", "head", "title"];
const LINES = new Set(["br", "p", "div", "tr", "li", "h1", "h2", "h3", "table", "ul", "ol"]);
const MARKS: Readonly<Record<string, string>> = { grave: "\u0300", acute: "\u0301", circ: "\u0302", tilde: "\u0303" };
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function codePoint(digits: string, radix: number): string {
  const value = Number.parseInt(digits, radix);
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : "";
}

/** Character references: by number, the few by name, and letters with a mark, which Vietnamese mails are full of. */
function decoded(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (_, digits: string) => codePoint(digits, 10))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, digits: string) => codePoint(digits, 16))
    .replace(/&([A-Za-z])(grave|acute|circ|tilde);/g, (_, letter: string, mark: string) => letter + (MARKS[mark] ?? ""))
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => NAMED[name] ?? "");
}

/** The element that hides what is read now, and how deep it is nested in itself. */
interface Hidden {
  readonly name: string;
  readonly depth: number;
}

function afterTag(hidden: Hidden | undefined, name: string, isEnd: boolean, hiding: readonly string[]) {
  if (hidden === undefined) return hiding.includes(name) && !isEnd ? { name, depth: 1 } : undefined;
  if (hidden.name !== name) return hidden;
  const depth = hidden.depth + (isEnd ? -1 : 1);
  return depth === 0 ? undefined : { name, depth };
}

function visibleText(html: string, hiding: readonly string[]): string {
  const text: string[] = [];
  let hidden: Hidden | undefined;
  for (const [whole, slash, tag] of html.matchAll(PIECE)) {
    const name = tag?.toLowerCase();
    if (name !== undefined) hidden = afterTag(hidden, name, slash === "/", hiding);
    if (hidden !== undefined) continue;
    if (name === undefined) text.push(whole.replace(/\s+/g, " "));
    else if (LINES.has(name)) text.push("\n");
  }
  const lines = text.join("").replace(/ +/g, " ");
  return decoded(lines.replace(/ ?\n[ \n]*/g, "\n")).trim();
}

/** The text of a mail that is HTML only, without what it quotes; a mail that only quotes is read whole. */
export function htmlText(html: string): string {
  const shown = html.replace(/<!--.*?(?:-->|$)/gs, " ");
  return visibleText(shown, [...NEVER_SHOWN, "blockquote"]) || visibleText(shown, NEVER_SHOWN);
}
