import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import * as z from "zod";
import { environment, inheritedEnvironment } from "#platform/environment";
import { localSecretsWith } from "./local-secrets.ts";
import { postRequest } from "./send/post-request.ts";
import { readSample } from "./send/sample.ts";
import { asItsVendor } from "./send/vendor-hands.ts";

const usage = `npm run send -- <sample> [--fresh] [--url http://localhost:8022]

Signs a sample of events/channels/ as its vendor would and sends it to the running system.
  --fresh  as a new message (new id, now); without it a sample sent twice is the same message twice
  --url    where the system is
`;

/** Sends what the command line names and says what came back; exit code 1 when it was not taken. */
async function send(): Promise<number> {
  const options = { fresh: { type: "boolean", default: false }, url: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const { PORT, PUBLIC_URL } = environment({ PORT: z.string().default("8022"), PUBLIC_URL: z.string().optional() });
  const url = (values.url ?? `http://localhost:${PORT}`).replace(/\/+$/, "");
  const { request, isToBeSigned } = readSample(file);
  const call = asItsVendor(request, {
    isFresh: values.fresh,
    isSigned: isToBeSigned,
    secrets: localSecretsWith(inheritedEnvironment()),
    publicUrl: (PUBLIC_URL ?? url).replace(/\/+$/, ""),
    now: new Date(),
    newId: () => randomBytes(10).toString("hex"),
  });
  const { status, text } = await postRequest(url, call);
  process.stdout.write(`${call.method} ${url}${call.path}\n${status}\n${text}${text === "" ? "" : "\n"}`);
  return status < 400 ? 0 : 1;
}

process.exitCode = await send().catch((error: unknown) => {
  const reason =
    error instanceof TypeError && error.cause !== undefined ? "Nothing answers there. Is `npm run dev` running?" : "";
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${reason}${reason === "" ? "" : "\n"}`,
  );
  return 1;
});
