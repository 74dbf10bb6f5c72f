import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { median } from "../report/median.ts";

/** Milliseconds to load a bundle's entry, in a process of its own each time: nothing of it is warm but the disk. */
export function moduleLoadMs(bundle: string, rounds: number): number {
  const url = JSON.stringify(bundle.startsWith("data:") ? bundle : pathToFileURL(bundle).href);
  const script = `const from = performance.now(); await import(${url}); process.stdout.write(String(performance.now() - from)); process.exit(0);`;
  const once = () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }));
  once();
  return median(Array.from({ length: rounds }, once));
}
