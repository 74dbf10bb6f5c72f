import { exactText } from "#channels/exact-text";
import type { Identity, WebhookRequest } from "#contracts/channel-adapter";
import type { RawDelivery } from "#contracts/raw-delivery";

/** A queue takes 1 MiB; the rest is room for attributes and for the queue client's own escaping. */
const LARGEST_ENVELOPE_BYTES = 900_000;
/** JSON writes one byte as six characters at most, and what stands beside the body is small. */
const SURELY_SMALL_BYTES = 100_000;
/** A gzip body was 1 MiB at most when it came in; what unpacks to more than this was not packed by us. */
const LARGEST_BODY_BYTES = 64 * 1024 * 1024;

/** Loaded when a body needs it, and hardly one does: it is a fifth of what a cold webhook waits for. */
const zlib = () => process.getBuiltinModule("node:zlib");

/** Undefined when the bytes are not UTF-8, or hold the two characters that a queue refuses (U+FFFE, U+FFFF). */
function asText(bytes: Uint8Array): string | undefined {
  const text = exactText(bytes);
  return text === undefined || /[\ufffe\uffff]/.test(text) ? undefined : text;
}

/** An event's attributes are in headers where its body is only its data (CloudEvents, binary mode). */
function attributesOf({ headers }: WebhookRequest): Record<string, string> | undefined {
  const named = Object.keys(headers).filter((name) => name.startsWith("ce-"));
  return named.length === 0 ? undefined : Object.fromEntries(named.map((name) => [name, headers[name] ?? ""]));
}

/** The call's body as it is queued: as text when it can be, packed when the queue would not take it otherwise. */
export function rawDeliveryOf(
  request: WebhookRequest,
  source: string,
  identity: Identity,
  receivedAt: string,
): RawDelivery {
  const contentType = request.headers["content-type"];
  const attributes = attributesOf(request);
  const text = asText(request.body);
  const delivery: RawDelivery = {
    source,
    ...identity,
    body: text ?? Buffer.from(request.body).toString("base64"),
    encoding: text === undefined ? "base64" : "utf8",
    ...(request.query === "" ? {} : { query: request.query }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(attributes === undefined ? {} : { attributes }),
    receivedAt,
  };
  const isSurelySmall = request.body.byteLength <= SURELY_SMALL_BYTES;
  if (isSurelySmall || Buffer.byteLength(JSON.stringify(delivery)) <= LARGEST_ENVELOPE_BYTES) return delivery;
  return { ...delivery, body: zlib().gzipSync(request.body).toString("base64"), encoding: "gzip-base64" };
}

/** The body's bytes as the vendor sent them. */
export function deliveryBytes(delivery: RawDelivery): Uint8Array {
  if (delivery.encoding === "utf8") return Buffer.from(delivery.body, "utf8");
  const bytes = Buffer.from(delivery.body, "base64");
  return delivery.encoding === "base64" ? bytes : zlib().gunzipSync(bytes, { maxOutputLength: LARGEST_BODY_BYTES });
}

/** Text without a byte order mark; undefined when the bytes are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The body as text without a byte order mark; undefined when it is not UTF-8. */
export function deliveryText(delivery: RawDelivery): string | undefined {
  try {
    return utf8Text(deliveryBytes(delivery));
  } catch {
    return undefined;
  }
}
