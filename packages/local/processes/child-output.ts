import { appendFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Keeps all that a process says in a file, begun anew with each start, and lets people hear of its errors. */
export function childOutput(name: string, file: string, say: (line: string) => void): (output: Readable) => void {
  writeFileSync(file, "");
  return (output) => {
    createInterface({ input: output }).on("line", (line) => {
      appendFileSync(file, `${line}\n`);
      const error = errorIn(line);
      if (error !== undefined) say(`${name}: ${error}`);
    });
  };
}

/** The words of a log line at level ERROR. */
function errorIn(line: string): string | undefined {
  if (!line.startsWith('{"level":"ERROR"')) return undefined;
  try {
    const { message, error, function: where } = JSON.parse(line);
    return [where, message, error?.name, error?.message].filter((word) => word !== undefined).join(", ");
  } catch {
    return undefined;
  }
}
