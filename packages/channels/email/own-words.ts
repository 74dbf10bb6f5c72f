/** The line with which mail programs begin what they quote: a person, a moment and "wrote". */
const WROTE = /^(on|vào|le|am)\b.{4,200}(wrote|viết|écrit|schrieb)\s*:\s*$/i;
const ORIGINAL = /^\s*[-_]{2,}\s*(original message|forwarded message|thư gốc|tin nhắn gốc|thư đã chuyển tiếp)\b/i;
const RULE = /^_{20,}\s*$/;
const FROM = /^\*?(from|từ)\*?\s*:/i;
const SENT = /^\*?(sent|date|đã gửi|ngày|gửi)\*?\s*:/i;
const SIGNATURE = /^-- ?$/;
const DEVICE = /^(sent from my|gửi từ|được gửi từ|get outlook for)\s/i;

/** Outlook quotes without a sign: a head of From and Sent lines. */
function isQuotedHead(lines: readonly string[], index: number): boolean {
  return FROM.test(lines[index] ?? "") && lines.slice(index + 1, index + 4).some((line) => SENT.test(line));
}

function endsOwnWords(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? "").slice(0, 300);
  const folded = `${line} ${(lines[index + 1] ?? "").slice(0, 200)}`.trim(); // "On ... wrote:" is often broken in two
  return (
    [ORIGINAL, RULE, SIGNATURE, DEVICE].some((mark) => mark.test(line)) ||
    [line.trim(), folded].some((text) => WROTE.test(text)) ||
    isQuotedHead(lines, index)
  );
}

/**
 * What the writer of a mail says himself: without what he answers to, his signature and his phone's advertisement.
 *
 * Answers between quoted lines stay. When nothing would be left (a forwarded mail without a word), all of it stays.
 */
export function ownWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((_, index) => endsOwnWords(lines, index));
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith(">"));
  const kept = own.join("\n").trim();
  return kept === "" ? text.trim() : kept;
}
