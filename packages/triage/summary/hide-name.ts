const dots = (text: string) => text.replace(/\p{L}/gu, "•");

/** Hides a caller's name that was read from their turns: whole, and the given name as an agent says it ("chú Thử"). */
export function hideName(text: string, name: string | undefined): string {
  const given = name?.split(/\s+/).at(-1);
  if (name === undefined || given === undefined) return text;
  const spoken = new RegExp(
    `(?<!\\p{L})(?:${name}|(?<=(?:anh|chị|cô|chú|bác|dì|ông|bà|em) )${given})(?!\\p{L})`,
    "giu",
  );
  return text.replace(spoken, dots);
}
