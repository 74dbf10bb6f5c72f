import type { ChildProcess } from "node:child_process";
import { connect } from "node:net";

/** A DynamoDB on this machine, in a process of its own. */
export interface DynamoEngine {
  /** What a person reads about which one answers, e.g. "DynamoDB Local (Java)". */
  readonly name: string;
  readonly endpoint: string;
  readonly process: ChildProcess;
}

export interface DynamoEngineOptions {
  readonly port: number;
  /** A folder for the data, as an absolute path; without one everything is forgotten at the end. */
  readonly folder?: string;
  /** Deaf to the terminal's Ctrl-C, so that whoever started it can end it after those who still write to it. */
  readonly detached?: boolean;
  /** Hears of the process as soon as there is one, long before it answers. */
  readonly onSpawn?: (process: ChildProcess) => void;
}

/** Waits until the engine takes connections, or says why it never will. */
export async function whenListening(engine: DynamoEngine, port: number, attempts = 400): Promise<DynamoEngine> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { exitCode } = engine.process;
    if (exitCode !== null)
      throw new Error(`${engine.name} ended with code ${exitCode} before it answered on port ${port}`);
    if (await isListening(port)) return engine;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${engine.name} did not answer on port ${port} within ${(attempts * 50) / 1000} s`);
}

/** Does anybody take connections on this port of the loopback? */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}
