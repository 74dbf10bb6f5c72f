import { exactText } from "#channels/exact-text";
import { readZaloEvent, type ZaloEvent } from "#channels/zalo/zalo-event";

const known = new WeakMap<Uint8Array, ZaloEvent | undefined>();

/** The event in a call's body, read once for proof and identity; undefined when it is not a JSON object in UTF-8. */
export function zaloEventOf(body: Uint8Array): ZaloEvent | undefined {
  if (known.has(body)) return known.get(body);
  const text = exactText(body);
  const event = text === undefined ? undefined : readZaloEvent(text.replace(/^\uFEFF/, ""));
  known.set(body, event);
  return event;
}
