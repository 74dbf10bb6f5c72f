import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { type Emulator, REGION } from "./emulator.ts";
import { runCommand } from "./run-command.ts";

const addressesSchema = z.object({
  Url: z.url(),
  TicketTable: z.string(),
  TranscriptsBucket: z.string(),
  inboundQueue: z.url(),
  inboundDeadLetters: z.url(),
  outboundQueue: z.url(),
  outboundDeadLetters: z.url(),
});
/** What the stack says of itself when it is deployed. */
export type Addresses = z.infer<typeof addressesSchema>;

export interface Deployment {
  bootstrap(): Promise<void>;
  deploy(context: Readonly<Record<string, string>>): Promise<Addresses>;
  destroy(): Promise<void>;
}

/** The account of everybody who uses an emulator. */
const EMULATED_ACCOUNT = "000000000000";

/** The dev stage on an emulator, by the same CDK app that deploys to AWS. */
export function deployment(root: string, emulator: Emulator): Deployment {
  const folder = mkdtempSync(join(tmpdir(), "hotline-cdk-"));
  let given: readonly string[] = [];
  const variables = cdkVariables(emulator);
  const cdk = (cwd: string, ...words: readonly string[]) =>
    runCommand(join(root, "node_modules/.bin/cdklocal"), [...words, "--output", folder], { variables, cwd });
  return {
    async bootstrap() {
      // from a folder without our cdk.json: bootstrapping needs no app, and would synthesise it
      await cdk(folder, "bootstrap", `aws://${EMULATED_ACCOUNT}/${REGION}`);
    },
    async deploy(context) {
      const outputs = join(folder, "outputs.json");
      given = Object.entries(context).flatMap(([name, value]) => ["--context", `${name}=${value}`]);
      await cdk(root, "deploy", "--require-approval", "never", "--outputs-file", outputs, ...given);
      const all = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(outputs, "utf8")));
      return addressesSchema.parse(all["hotline1022-dev"]);
    },
    async destroy() {
      if (!emulator.isOurs) await cdk(root, "destroy", "--force", ...given);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function cdkVariables({ endpoint, certificate }: Emulator): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ENVAR_ALLOWLIST: "AWS_REGION,AWS_DEFAULT_REGION,AWS_CA_BUNDLE",
    CDK_DISABLE_CLI_TELEMETRY: "true",
    ...(certificate === undefined ? {} : { AWS_CA_BUNDLE: certificate, NODE_EXTRA_CA_CERTS: certificate }),
  };
}
