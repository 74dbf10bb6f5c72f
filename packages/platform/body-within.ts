/**
 * The bytes of a request's body, or undefined as soon as there are more than allowed.
 *
 * A declared length saves the counting, and whoever lied about it is found out afterwards: servers hand on no more than
 * was declared. Without one the body is counted as it comes.
 */
export async function bodyWithin(request: Request, limitBytes: number): Promise<Uint8Array | undefined> {
  const declared = request.headers.get("content-length");
  if (Number(declared ?? 0) > limitBytes) return undefined;
  if (request.body === null) return new Uint8Array();
  if (declared === null) return counted(request.body, limitBytes);
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.byteLength > limitBytes ? undefined : bytes;
}

async function counted(body: NonNullable<Request["body"]>, limitBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
