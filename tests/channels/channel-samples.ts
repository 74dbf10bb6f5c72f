import { readdirSync, readFileSync } from "node:fs";
import type { Identity, Proof, WebhookRequest } from "#contracts/channel-adapter";
import type { ParsedDelivery } from "#contracts/parsed-delivery";

const samplesFolder = new URL("../../events/channels/", import.meta.url);

/** How a sample writes a request: the body as text, or as base64 where it is not UTF-8. */
interface WrittenRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly bodyBase64?: string;
}

export interface ChannelSample {
  readonly name: string;
  /** The vendor's signature is put on by the test, as the vendor would. */
  readonly sign: boolean;
  readonly request: WebhookRequest;
  /** `identity` and `parsed` may be missing only where the proof is not "genuine". */
  readonly expected: { readonly proof: Proof; readonly identity?: Identity; readonly parsed?: ParsedDelivery };
}

const readJson = (url: URL) => JSON.parse(readFileSync(url, "utf8"));

function requestOf({ method, path, query = "", headers = {}, body = "", bodyBase64 }: WrittenRequest): WebhookRequest {
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const bytes = bodyBase64 === undefined ? Buffer.from(body, "utf8") : Buffer.from(bodyBase64, "base64");
  return { method, path, query, headers: Object.fromEntries(lowerCase), body: new Uint8Array(bytes) };
}

/** All samples below `events/channels/<folder>`, each with the expected file beside it. */
export function channelSamples(folder: string): ChannelSample[] {
  const at = new URL(`${folder}/`, samplesFolder);
  const files = readdirSync(at, { recursive: true, encoding: "utf8" }).toSorted();
  return files
    .filter((name) => name.endsWith(".json") && !name.endsWith(".expected.json"))
    .map((name) => {
      const written = readJson(new URL(name, at));
      const expected = readJson(new URL(name.replace(/\.json$/, ".expected.json"), at));
      return { name, sign: written.sign === true, request: requestOf(written.request), expected };
    });
}
