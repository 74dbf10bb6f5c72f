const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const known = new WeakMap<Uint8Array, string | undefined>();

/** Bytes as text, its byte order mark included, decoded once; undefined when they are not UTF-8. */
export function exactText(bytes: Uint8Array): string | undefined {
  if (!known.has(bytes)) known.set(bytes, decoded(bytes));
  return known.get(bytes);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
