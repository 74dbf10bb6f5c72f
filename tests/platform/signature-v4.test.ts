import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
import { expect, it } from "vitest";
import * as z from "zod";
import { signatureV4 } from "#platform/signature-v4";

const sentSchema = z.object({
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString("utf8")),
});
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-a-secret", sessionToken: "session" };

const region = "ap-southeast-1";
const paths = { json: "/", named: "/2015-03-31/functions/read%3A1/invocations" };

/** What the SDK would have sent, and who told it to. */
async function sentBySdk(kind: keyof typeof paths) {
  const sent: unknown[] = [];
  const requestHandler = {
    handle: (request: unknown) => {
      sent.push(request);
      return Promise.reject(new Error("seen"));
    },
  };
  const client = { region, credentials, maxAttempts: 1, requestHandler };
  const call =
    kind === "json"
      ? new SSMClient(client).send(new GetParametersCommand({ Names: ["/đường/dẫn"] }))
      : new LambdaClient(client).send(new InvokeCommand({ FunctionName: "read:1", Payload: Buffer.from("{}") }));
  await expect(call).rejects.toThrow("seen");
  return sentSchema.parse(sent[0]);
}

it.each([
  ["ssm", "json"],
  ["lambda", "named"],
] as const)("signs as the AWS SDK signs the same call of %s", async (service, kind) => {
  const { headers, body, path } = await sentBySdk(kind);
  expect(path).toBe(paths[kind]);
  const names = /SignedHeaders=([^,]+)/.exec(headers["authorization"] ?? "")?.[1]?.split(";") ?? [];
  const signed = Object.fromEntries(names.map((name) => [name, headers[name] ?? ""]));
  expect(signatureV4({ service, region, path, body, headers: signed }, credentials)).toBe(headers["authorization"]);
});
