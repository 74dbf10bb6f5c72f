import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Child, startChild } from "#local/processes/child";
import { DataFolderTakenError, openDataFolder } from "#local/processes/data-folder";
import { type KeptProcess, keepRunning } from "#local/processes/keep-running";
import { processesFile } from "#local/processes/processes-file";
import { inheritedEnvironment } from "#platform/environment";
import { until } from "./local-queues.ts";

const file = new URL("./small-child.ts", import.meta.url);
const child = (variables: Record<string, string> = {}): Child =>
  startChild({ name: "small", file, variables: { ...inheritedEnvironment(), ...variables }, onOutput: () => {} });

let kept: KeptProcess | undefined;
afterEach(async () => {
  await kept?.end(2000);
  kept = undefined;
});

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("a process that is kept running", () => {
  it("is started again whenever it is killed, and its new id is told", async () => {
    const pids: number[] = [];
    kept = await keepRunning({
      start: child,
      onReady: ({ pid }) => pids.push(pid),
      onRestartFailed: (error) => expect(error).toBeUndefined(),
    });
    for (const kills of [1, 2]) {
      kept.current().kill("SIGKILL");
      await until(() => pids.length === kills + 1);
    }
    expect(new Set(pids).size).toBe(3);
    expect(isAlive(pids.at(-1) ?? 0)).toBe(true);
  });

  it("ends when it is told to, and stays ended", async () => {
    const started: number[] = [];
    const process = await keepRunning({
      start: child,
      onReady: ({ pid }) => started.push(pid),
      onRestartFailed: () => {},
    });
    await process.end(2000);
    expect(started).toHaveLength(1);
    expect(isAlive(started[0] ?? 0)).toBe(false);
  });

  it("that cannot start says what to correct", async () => {
    const start = () => child({ REASON: "ESMS_CPID is missing: expected a text" });
    const starting = keepRunning({ start, onReady: () => {}, onRestartFailed: () => {} });
    await expect(starting).rejects.toMatchObject({ fault: "settings", message: expect.stringContaining("ESMS_CPID") });
  });
});

describe("a data folder", () => {
  it("belongs to one system at a time, and is free again after it", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "data-")), "kept");
    const first = await openDataFolder(path);
    await expect(openDataFolder(path)).rejects.toThrow(DataFolderTakenError);
    await expect(openDataFolder(path)).rejects.toThrow("set DATA_DIR to another folder");
    first.release();
    const second = await openDataFolder(path);
    expect(second).toMatchObject({ path: first.path, isKept: true });
    second.release();
  });

  it("named memory vanishes", async () => {
    const folder = await openDataFolder("memory");
    expect(folder.isKept).toBe(false);
    processesFile(join(folder.path, "processes.json"))("functions", 1);
    folder.release();
    expect(() => readFileSync(join(folder.path, "processes.json"))).toThrow("ENOENT");
  });
});

it("processes.json holds every process, the newest id of each", () => {
  const path = join(mkdtempSync(join(tmpdir(), "processes-")), "processes.json");
  const note = processesFile(path);
  for (const [name, pid] of [
    ["dynamodb", 1],
    ["queues", 2],
    ["functions", 3],
    ["functions", 4],
  ] as const)
    note(name, pid);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ dynamodb: 1, queues: 2, functions: 4 });
});
