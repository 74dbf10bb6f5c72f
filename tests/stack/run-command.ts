import { spawn } from "node:child_process";
import { inheritedEnvironment } from "#platform/environment";

/** Runs a program to its end and gives what it wrote; throws with the last lines of it when it fails. */
export function runCommand(
  program: string,
  words: readonly string[],
  { variables = {}, cwd }: { variables?: Readonly<Record<string, string>>; cwd?: string } = {},
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn(program, [...words], {
    env: { ...inheritedEnvironment(), ...variables },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (written += chunk.toString()));
  child.on("error", reject);
  child.on("close", (code) => {
    if (code === 0) resolve(written);
    else reject(new Error(`${program} ${words[0] ?? ""} ended with ${code}:\n${lastLines(written)}`));
  });
  return promise;
}

const lastLines = (text: string): string => text.trimEnd().split("\n").slice(-25).join("\n");
