import { createHash } from "node:crypto";
import * as z from "zod";
import { isSameText } from "#channels/is-same-text";
import { readJson } from "#channels/read-json";
import { requestText } from "#channels/request-text";
import type { Proof, WebhookRequest } from "#contracts/channel-adapter";

/** A partner's account at V-COM. */
export interface VcomAccount {
  readonly clientId: string;
  readonly secret: string;
}

/** An id or a time as V-COM writes it: quoted or not. */
export const vcomValueSchema = z.union([z.string(), z.number()]).transform(String);

const signedSchema = z.object({ client_id: vcomValueSchema, checksum: z.string() });

/** V-COM's recipe: SHA-256 over the values joined without a sign, in base64. The secret is one of the values. */
export function vcomChecksum(...values: readonly string[]): string {
  return createHash("sha256").update(values.join(""), "utf8").digest("base64");
}

/**
 * Proves that V-COM sent this JSON. `checksumOf` says what the checksum must be, undefined where a field is missing.
 *
 * The text of a message is not under the checksum: let only V-COM's addresses through as well.
 */
export function proveVcom(
  request: WebhookRequest,
  { clientId }: VcomAccount,
  checksumOf: (json: unknown) => string | undefined,
): Proof {
  const json = readJson(requestText(request));
  if (json === undefined) return { kind: "malformed", reason: "the body is not JSON" };
  const given = signedSchema.safeParse(json);
  const expected = checksumOf(json);
  if (!given.success || expected === undefined) {
    return { kind: "forged", reason: "the checksum or a field that it covers is missing" };
  }
  if (given.data.client_id !== clientId) return { kind: "forged", reason: "client_id is not ours" };
  return isSameText(given.data.checksum, expected) ? { kind: "genuine" } : { kind: "forged", reason: "wrong checksum" };
}
