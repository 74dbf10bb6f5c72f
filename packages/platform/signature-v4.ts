import { createHash, createHmac } from "node:crypto";

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface UnsignedCall {
  readonly service: string;
  readonly region: string;
  /** As it is sent, with its characters escaped; `/` where nothing is said. */
  readonly path?: string;
  readonly body: string;
  /** Names in lower case, `host` and `x-amz-date` (`20260102T030405Z`) among them; all of them are signed. */
  readonly headers: Readonly<Record<string, string>>;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** Every service but S3 signs the escaped path escaped once more. */
const canonicalPath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/**
 * The `authorization` header of a POST, AWS Signature Version 4.
 *
 * The whole of the SDK is forty times this file's time to load, which a cold webhook would make its vendor wait for.
 */
export function signatureV4(
  { service, region, path = "/", body, headers }: UnsignedCall,
  credentials: AwsCredentials,
): string {
  const names = Object.keys(headers).sort();
  const signedHeaders = names.join(";");
  const canonicalHeaders = names.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
  const canonicalRequest = ["POST", canonicalPath(path), "", canonicalHeaders, signedHeaders, sha256(body)].join("\n");
  const signedAt = headers["x-amz-date"] ?? "";
  const day = signedAt.slice(0, 8);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const textToSign = ["AWS4-HMAC-SHA256", signedAt, scope, sha256(canonicalRequest)].join("\n");
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  );
  const signature = hmac(key, textToSign).toString("hex");
  return `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
