import * as z from "zod";
import { rawDeliveryOf, utf8Text } from "#channels/delivery-body";
import { type PhoneSettings, transcriptIdentity } from "#channels/phone/transcript-adapter";
import { readJson } from "#channels/read-json";
import type { WebhookRequest } from "#contracts/channel-adapter";
import type { RawDelivery } from "#contracts/raw-delivery";

/** An object of the transcripts' bucket. */
export interface TranscriptFile {
  /** Its key, decoded. */
  readonly key: string;
  readonly content: Uint8Array;
  /** The object's own metadata; `call` may hold the call as JSON where the file itself does not. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Contact Lens names the contact and the moment; redacted files lie in a folder of their own with `_redacted` in the name. */
const CONTACT_LENS_KEY = /(?:^|\/)([\w-]+?)_analysis(?:_redacted)?_(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\.json$/;
const OUR_KEY = /(?:^|\/)transcripts\/([^/]+)\.json$/;

const envelopeSchema = z.object({ call: z.object({ id: z.unknown() }), transcript: z.unknown() });
const describedSchema = z.looseObject({});

/** The call as the file's surroundings tell it: its metadata first, then its key. */
function callBeside({ key, metadata }: TranscriptFile): Record<string, unknown> {
  const described = describedSchema.safeParse(readJson(metadata["call"] ?? "")).data ?? {};
  const [, contactId, analysedAt] = CONTACT_LENS_KEY.exec(key) ?? [];
  if (contactId !== undefined) return { id: contactId, endedAt: analysedAt, ...described };
  const id = OUR_KEY.exec(key)?.[1];
  return id === undefined ? described : { id, ...described };
}

/** A file that tells its call stays as it is; any other is put into `{call, transcript}`, its own text untouched. */
function bodyOf(file: TranscriptFile): Uint8Array {
  const text = utf8Text(file.content) ?? "";
  const json = readJson(text);
  if (json === undefined || envelopeSchema.safeParse(json).success) return file.content;
  const call = callBeside(file);
  if (call["id"] === undefined) return file.content;
  return Buffer.from(`{"call":${JSON.stringify(call)},"transcript":${text}}`, "utf8");
}

/**
 * A transcript file as a delivery of `phone/transcripts`; undefined for other files (Transcribe's test of its right to
 * write, recordings).
 *
 * That the file lies in our bucket is the proof: only Connect, Transcribe and the call centre may write there. Keys are
 * `transcripts/<call id>.json`, Contact Lens's own, or any other `.json` whose content names its call.
 */
export function transcriptFileDelivery(
  file: TranscriptFile,
  { pseudonym }: Pick<PhoneSettings, "pseudonym">,
  receivedAt: string,
): RawDelivery | undefined {
  if (!file.key.endsWith(".json")) return undefined;
  const headers = { "content-type": "application/json" };
  const request: WebhookRequest = { method: "POST", path: file.key, query: "", headers, body: bodyOf(file) };
  return rawDeliveryOf(request, "phone/transcripts", transcriptIdentity(request, pseudonym), receivedAt);
}
