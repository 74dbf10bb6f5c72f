import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Source {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below a folder of the project. */
export function sourcesBelow(folder: string): Source[] {
  const files = readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" });
  const paths = files.filter((file) => file.endsWith(".ts")).map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
  return paths.map((path) => ({ path, text: readFileSync(`${root}${path}`, "utf8") }));
}

export function foldersBelow(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** What a file imports, as written. */
export function importsOf({ text }: Source): string[] {
  const matches = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;"'()]*?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g,
  );
  return [...matches].map(([, fixed, dynamic]) => fixed ?? dynamic ?? "");
}
