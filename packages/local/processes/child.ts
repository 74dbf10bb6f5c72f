import { fork } from "node:child_process";
import type { Readable } from "node:stream";
import * as z from "zod";

/** What a child tells the process that started it. */
const childReportSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  /** `fault` "settings": whoever started the system must correct something. */
  z.object({ kind: z.literal("failed"), message: z.string(), fault: z.enum(["settings", "other"]) }),
]);
export type ChildReport = z.infer<typeof childReportSchema>;

/** A child could not start; `fault` says whether its settings are to blame. */
export class ChildFailedError extends Error {
  override readonly name = "ChildFailedError";
  readonly fault: "settings" | "other";

  constructor(message: string, fault: "settings" | "other" = "other") {
    super(message);
    this.fault = fault;
  }
}

export interface ChildOptions {
  readonly name: string;
  /** The TypeScript file to run. */
  readonly file: URL;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly onOutput: (line: Readable) => void;
}

export interface Child {
  readonly pid: number;
  /** Resolves when it says that it can work; rejects when it ends before. */
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  /** Asks it to finish what it has begun, then end. */
  drain(): void;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a process that the terminal's Ctrl-C does not reach: it ends when we say so, or when we are gone. */
export function startChild({ name, file, variables, onOutput }: ChildOptions): Child {
  const child = fork(file, [], { detached: true, env: variables, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  for (const output of [child.stdout, child.stderr]) if (output !== null) onOutput(output);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message) => {
      const report = childReportSchema.safeParse(message).data;
      if (report?.kind === "ready") resolve();
      if (report?.kind === "failed") reject(new ChildFailedError(report.message, report.fault));
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new ChildFailedError(`${name} ended with code ${code} before it was ready`)));
  });
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    drain: () => void (child.connected && child.send({ kind: "drain" })),
    kill: (signal) => void child.kill(signal),
  };
}
