import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inheritedEnvironment } from "#platform/environment";
import { atLeastOfFloor, type Measure, told } from "../report/measure.ts";
import type { SideBySide } from "../report/side-by-side.ts";

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The webhook with a signed Zalo text, against a bare handler on the same Hono with the same event, which puts a delivery
 * of the same bytes on the same queue and gives the same answer, and proves and finds nothing.
 *
 * Both send as deployed: a signed SQS call over a kept connection, to a queue that says yes at once in another process.
 * The second figure leaves the wire out. Its floor is then little more than Hono, and one SHA-256 and one JSON.parse of
 * the proof are a large share of so little: it is told, and not judged.
 */
export async function webhookThroughput(options: { rounds: number; calls: number }): Promise<Measure[]> {
  const queue = spawn(process.execPath, [fileOf("./ready-queue.ts")], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [port] = (await once(queue.stdout, "data")) as [Buffer];
    const env = {
      ...inheritedEnvironment(),
      ROUNDS: String(options.rounds),
      CALLS: String(options.calls),
      AWS_REGION: "ap-southeast-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${port.toString("utf8")}`,
    };
    const { stdout } = await promisify(execFile)(process.execPath, [fileOf("./webhook-rounds.ts")], { env });
    const { sent, unsent } = JSON.parse(stdout) as { sent: SideBySide; unsent: SideBySide };
    return [
      atLeastOfFloor({ name: "webhook", value: sent.subject, unit: "calls/s", ...sent }, 0.85),
      told({ name: "webhook, nothing sent", value: unsent.subject, unit: "calls/s", ...unsent }),
    ];
  } finally {
    queue.kill("SIGKILL");
  }
}
