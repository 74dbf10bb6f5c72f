import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { installedMiniStack } from "./python-environment.ts";
import { eventually } from "./steps.ts";

export const REGION = "ap-southeast-1";

/** An AWS on this machine. */
export interface Emulator {
  readonly endpoint: string;
  readonly description: string;
  /** File of the certificate that its clients must trust. */
  readonly certificate?: string;
  readonly isOurs: boolean;
  /** The last lines of its own log, when we have it. */
  log(): string;
  stop(): Promise<void>;
}

/** Whatever answers on port 4566, LocalStack or MiniStack; when nothing does, a MiniStack of our own. */
export async function emulator(root: string): Promise<Emulator> {
  const endpoint = "http://localhost:4566";
  if (await answers(endpoint)) {
    const there = { endpoint, description: `what answers on ${endpoint}`, isOurs: false };
    return { ...there, log: () => "", stop: async () => undefined };
  }
  return startedMiniStack(await installedMiniStack(root));
}

/**
 * A MiniStack that enforces IAM, over TLS because our queues and buckets refuse anything else.
 *
 * Lambda functions are processes of the first `node` on its PATH: the one that runs this test, Node 24.
 */
async function startedMiniStack(program: string): Promise<Emulator> {
  const folder = mkdtempSync(join(tmpdir(), "hotline-stack-"));
  const logFile = join(folder, "ministack.log");
  const certificate = join(folder, "ministack-tls/server.crt");
  const log = openSync(logFile, "w");
  const PATH = [dirname(process.execPath), dirname(program), "/usr/local/bin", "/usr/bin", "/bin"].join(delimiter);
  const settings = { AUTH: "true", USE_SSL: "1", MINISTACK_REGION: REGION, SFTP_ENABLED: "0" };
  // Its own group, so that the functions' processes end with it. Nothing of our environment: certificates, proxies.
  const env = { PATH, HOME: folder, TMPDIR: folder, ...settings };
  const child = spawn(program, { env, cwd: folder, detached: true, stdio: ["ignore", log, log] });
  const endpoint = "https://localhost:4566";
  const ours: Emulator = {
    endpoint,
    certificate,
    isOurs: true,
    description: `MiniStack on ${endpoint}, IAM enforced`,
    log: () => readFileSync(logFile, "utf8").split("\n").slice(-15).join("\n"),
    async stop() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
      await eventually("the emulator to end", async () => child.exitCode ?? child.signalCode ?? undefined, 15_000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void ours.stop().then(() => process.exit(130)));
  await eventually("the emulator to answer", async () => (await trusts(certificate, endpoint)) || undefined, 60_000);
  return ours;
}

async function trusts(certificate: string, endpoint: string): Promise<boolean> {
  try {
    setDefaultCACertificates([...getCACertificates("default"), readFileSync(certificate, "utf8")]);
  } catch {
    return false; // not written yet
  }
  return answers(endpoint);
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    const { status } = await fetch(endpoint, { signal: AbortSignal.timeout(3000) });
    return status > 0;
  } catch {
    return false;
  }
}
