import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { SSMClient } from "@aws-sdk/client-ssm";
import * as z from "zod";
import { environment } from "#platform/environment";
import { dev } from "../stages.ts";
import { ownSecretNames, vendorSecretNames } from "./secret-names.ts";
import { storeSecrets } from "./store-secrets.ts";

/** `npm run secrets -- --stage prod`: vendors' secrets from variables of their names into SSM, and our own keys made. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { stage: { type: "string", default: dev.name } } });
  const names = [...ownSecretNames, ...vendorSecretNames];
  const given = environment(Object.fromEntries(names.map((name) => [name, z.string().optional()])));
  const { AWS_REGION: region } = environment({ AWS_REGION: z.string().default(dev.region) });
  const client = new SSMClient({ region });
  const randomKey = () => randomBytes(32).toString("base64url");
  const stored = await storeSecrets({ client, stage: values.stage, given, randomKey });
  for (const [name, became] of stored) process.stdout.write(`${name.padEnd(24)} ${became}\n`);
}

await main();
