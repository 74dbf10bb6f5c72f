/** Bytes of UTF-8 that fit into an encoded word of 75 characters as base64. */
const MOST_BYTES = 42;

function chunksOf(text: string): string[] {
  const chunks = [""];
  for (const character of text) {
    const longer = `${chunks.at(-1)}${character}`;
    if (Buffer.byteLength(longer) <= MOST_BYTES) chunks[chunks.length - 1] = longer;
    else chunks.push(character);
  }
  return chunks;
}

/** A sender's name as a mail header takes it: quoted where it is ASCII, else in encoded words (RFC 2047). */
export function headerText(name: string): string {
  const line = name.replace(/[\p{Cc}\s]+/gu, " ").trim();
  if (/^[\x20-\x7e]*$/.test(line)) return `"${line.replace(/["\\]/g, "\\$&")}"`;
  return chunksOf(line)
    .map((chunk) => `=?UTF-8?B?${Buffer.from(chunk, "utf8").toString("base64")}?=`)
    .join(" ");
}
