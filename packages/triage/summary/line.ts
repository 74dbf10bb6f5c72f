export const LONGEST_TITLE = 100;
export const LONGEST_LINE = 200;

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** At most `longest` characters, cut between words. */
export function shorten(text: string, longest: number): string {
  const flat = text.replace(/\s+/g, " ");
  if (flat.length <= longest) return flat;
  const cut = flat.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2))}…`;
}
