/**
 * The bytes of a request's body, or undefined as soon as there are more than allowed.
 *
 * A declared length is only believed when it is too large: it can lie in the other direction.
 */
export async function bodyWithin(request: Request, limitBytes: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) return undefined;
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
