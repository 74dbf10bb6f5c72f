const LENGTH_BYTES = 4;

/** A file of a header that is read at once and a body that is read by position: the header's length, its JSON, the body. */
export function headedBytes(header: unknown, ...body: readonly Uint8Array[]): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, ...body]);
}

/** The parts of what `headedBytes` wrote; nothing of the body is copied. */
export function headAndBody(bytes: Buffer): { readonly header: unknown; readonly body: Buffer } {
  const end = LENGTH_BYTES + bytes.readUInt32LE();
  return { header: JSON.parse(bytes.toString("utf8", LENGTH_BYTES, end)), body: bytes.subarray(end) };
}
