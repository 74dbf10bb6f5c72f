import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folder of a running system. Nobody else uses it until `release`. */
export interface DataFolder {
  readonly path: string;
  /** False: everything in it is forgotten at the end. */
  readonly isKept: boolean;
  release(): void;
}

/** Another system runs on the same folder. */
export class DataFolderTakenError extends Error {
  override readonly name = "DataFolderTakenError";
}

/** Opens the data folder for one system alone; `memory` is a folder that vanishes. */
export async function openDataFolder(name: string): Promise<DataFolder> {
  if (name === "memory") {
    const path = mkdtempSync(join(tmpdir(), "hotline1022-"));
    return { path, isKept: false, release: () => rmSync(path, { recursive: true, force: true }) };
  }
  mkdirSync(name, { recursive: true });
  const path = realpathSync(name);
  const unlock = await lock(path, name);
  return { path, isKept: true, release: unlock };
}

/**
 * A socket named after the folder is the lock: unlike a file with a process id it can never be left behind by a
 * crash and then be taken for somebody alive.
 */
async function lock(path: string, name: string): Promise<() => void> {
  const id = createHash("sha256").update(path).digest("hex").slice(0, 16);
  const socket =
    process.platform === "win32" ? `\\\\.\\pipe\\hotline1022-${id}` : join(tmpdir(), `hotline1022-${id}.sock`);
  if (await answers(socket)) {
    throw new DataFolderTakenError(
      `The data folder ${name} is in use by another running system. End that one, or set DATA_DIR to another folder.`,
    );
  }
  if (process.platform !== "win32") rmSync(socket, { force: true });
  const server = createServer((connection) => connection.end());
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(socket, resolve));
  server.unref();
  return () => {
    server.close();
    if (process.platform !== "win32") rmSync(socket, { force: true });
  };
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const answer = (isAlive: boolean) => {
      connection.destroy();
      resolve(isAlive);
    };
    connection.once("connect", () => answer(true));
    connection.once("error", () => answer(false));
  });
}
