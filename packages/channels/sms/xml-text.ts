const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A text that stands between two XML tags, whoever wrote it; characters that XML 1.0 has no place for are left out. */
export function xmlText(text: string): string {
  const allowed = text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, "");
  return allowed.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
