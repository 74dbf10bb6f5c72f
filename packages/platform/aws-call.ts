import * as http from "node:http";
import * as https from "node:https";
import * as z from "zod";
import { environment } from "#platform/environment";
import { signatureV4 } from "#platform/signature-v4";

export interface AwsOperation {
  /** As in the host name and the signature: `ssm`, `sqs`. */
  readonly service: string;
  /** `AmazonSSM.GetParameters` */
  readonly target: string;
  readonly contentType: "application/x-amz-json-1.0" | "application/x-amz-json-1.1";
  readonly input: unknown;
}

/** AWS answered with an error; the code says which, its message may quote our input and stays out of logs. */
export class AwsCallError extends Error {
  override readonly name = "AwsCallError";
  readonly isSafeToLog = true;
  readonly status: number;

  constructor(target: string, status: number, code: string) {
    super(`${target} answered ${status} ${code}`);
    this.status = status;
  }
}

const shape = {
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_ENDPOINT_URL: z.url().optional(),
};

/** A server that is silent this long is not going to answer; the caller's own caller waits as well. */
const SILENCE_MS = 3000;
const agents = { "http:": new http.Agent({ keepAlive: true }), "https:": new https.Agent({ keepAlive: true }) };

/** One signed call of an AWS service that speaks JSON, with the credentials that Lambda lays in the environment. */
export async function awsCall(operation: AwsOperation, now: Date): Promise<unknown> {
  const settings = environment(shape);
  const { service, target, contentType } = operation;
  const url = new URL(settings.AWS_ENDPOINT_URL ?? `https://${service}.${settings.AWS_REGION}.amazonaws.com/`);
  const body = JSON.stringify(operation.input);
  const headers = {
    host: url.host,
    "content-type": contentType,
    "x-amz-date": now.toISOString().replace(/[-:]|\.\d+/g, ""),
    "x-amz-target": target,
    ...(settings.AWS_SESSION_TOKEN === undefined ? {} : { "x-amz-security-token": settings.AWS_SESSION_TOKEN }),
  };
  const authorization = signatureV4(
    { service, region: settings.AWS_REGION, body, headers },
    {
      accessKeyId: settings.AWS_ACCESS_KEY_ID,
      secretAccessKey: settings.AWS_SECRET_ACCESS_KEY,
    },
  );
  const { status, text } = await post(url, { ...headers, authorization }, body);
  if (status !== 200) throw new AwsCallError(target, status, codeIn(text));
  return JSON.parse(text);
}

function post(url: URL, headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const secure = url.protocol === "https:";
  const agent = agents[secure ? "https:" : "http:"];
  const options = { method: "POST", agent, timeout: SILENCE_MS };
  const request = (secure ? https : http).request(url, { ...options, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", reject);
    response.on("end", () =>
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
    );
  });
  request.on("timeout", () => request.destroy(new Error(`${url.hostname} was silent for ${SILENCE_MS} ms`)));
  request.on("error", reject);
  request.end(body);
  return promise;
}

/** `com.amazonaws.sqs#QueueDoesNotExist`, without the namespace. */
function codeIn(text: string): string {
  const code = /"__type"\s*:\s*"(?:[^"#]*#)?([A-Za-z.]{1,60})"/.exec(text)?.[1];
  return code ?? "without a code";
}
