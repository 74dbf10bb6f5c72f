import { GetParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
import { expect, it } from "vitest";
import * as z from "zod";
import { signatureV4 } from "#platform/signature-v4";

const sentSchema = z.object({
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString("utf8")),
});
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-a-secret", sessionToken: "session" };

it("signs as the AWS SDK signs the same call", async () => {
  const sent: unknown[] = [];
  const requestHandler = {
    handle: (request: unknown) => {
      sent.push(request);
      return Promise.reject(new Error("seen"));
    },
  };
  const client = new SSMClient({ region: "ap-southeast-1", credentials, maxAttempts: 1, requestHandler });
  await expect(client.send(new GetParametersCommand({ Names: ["/đường/dẫn"] }))).rejects.toThrow("seen");
  const { headers, body } = sentSchema.parse(sent[0]);
  const names = /SignedHeaders=([^,]+)/.exec(headers["authorization"] ?? "")?.[1]?.split(";") ?? [];
  const signed = Object.fromEntries(names.map((name) => [name, headers[name] ?? ""]));
  const call = { service: "ssm", region: "ap-southeast-1", body, headers: signed };
  expect(signatureV4(call, credentials)).toBe(headers["authorization"]);
});
