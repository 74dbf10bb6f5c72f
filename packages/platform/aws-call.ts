import * as http from "node:http";
import * as https from "node:https";
import { environment, type Settings } from "#platform/environment";
import { settingOr, textSetting, urlSetting } from "#platform/setting";
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
class AwsCallError extends Error {
  override readonly name = "AwsCallError";
  readonly isSafeToLog = true;
  readonly status: number;
  readonly code: string;

  constructor(target: string, status: number, code: string) {
    super(`${target} answered ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

const forms = {
  AWS_REGION: textSetting(),
  AWS_ACCESS_KEY_ID: textSetting(),
  AWS_SECRET_ACCESS_KEY: textSetting(),
  AWS_SESSION_TOKEN: settingOr(textSetting(), undefined),
  AWS_ENDPOINT_URL: settingOr(urlSetting(), undefined),
  AWS_ENDPOINT_URL_SQS: settingOr(urlSetting(), undefined),
};
/** Lambda lays them out once for each execution environment and never changes them. */
let settings: Settings<typeof forms> | undefined;

/** A call is tried this often when the service did not answer, or asked to be called again. */
const ATTEMPTS = 3;
const mayTryAgain = (status: number, code: string): boolean => status >= 500 || /Throttl|TooMany/.test(code);

/** A server that is silent this long is not going to answer; the caller's own caller waits as well. */
const SILENCE_MS = 3000;
const agents = { "http:": new http.Agent({ keepAlive: true }), "https:": new https.Agent({ keepAlive: true }) };

/**
 * One signed call of an AWS service that speaks JSON, with the credentials that Lambda lays in the environment.
 *
 * It may be carried out twice, when its first answer was lost: only for what may happen twice.
 */
export async function awsCall(operation: AwsOperation, now: () => Date): Promise<unknown> {
  const body = JSON.stringify(operation.input);
  for (let attempt = 1; ; attempt++) {
    try {
      return await callOnce(operation, body, now());
    } catch (error) {
      const isFinal = error instanceof AwsCallError && !mayTryAgain(error.status, error.code);
      if (isFinal || attempt === ATTEMPTS) throw error;
    }
  }
}

async function callOnce({ service, target, contentType }: AwsOperation, body: string, now: Date): Promise<unknown> {
  settings ??= environment(forms);
  const { AWS_REGION: region, AWS_ENDPOINT_URL: everywhere } = settings;
  const endpoint = service === "sqs" ? (settings.AWS_ENDPOINT_URL_SQS ?? everywhere) : everywhere;
  const url = new URL(endpoint ?? `https://${service}.${region}.amazonaws.com/`);
  const headers = {
    host: url.host,
    "content-type": contentType,
    "x-amz-date": now.toISOString().replace(/[-:]|\.\d+/g, ""),
    "x-amz-target": target,
    ...(settings.AWS_SESSION_TOKEN === undefined ? {} : { "x-amz-security-token": settings.AWS_SESSION_TOKEN }),
  };
  const credentials = { accessKeyId: settings.AWS_ACCESS_KEY_ID, secretAccessKey: settings.AWS_SECRET_ACCESS_KEY };
  const authorization = signatureV4({ service, region, body, headers }, credentials);
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
