import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Metafile } from "esbuild";
import { carryDataFiles } from "./carry-data-files.ts";
import { leaveOutUnused } from "./leave-out-unused.ts";

export interface BuiltFunction {
  readonly name: string;
  /** Of everything that a cold start loads at once: the entry and its static imports. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  readonly metafile: Metafile;
}

/** Libraries written for `require` find it here; ES modules have none of their own. */
const REQUIRE_FOR_OLD_LIBRARIES =
  'import { createRequire as requireFrom } from "node:module";const require = requireFrom(import.meta.url);';

/**
 * Bundles one function into `dist/<name>/`, the very files that Lambda, the emulator and the bench run.
 *
 * Split, so that a cold start does not parse what only an error or another credential source would need. Source maps
 * lie apart in `dist/maps/`: Lambda would unpack them on each cold start.
 */
export async function buildFunction(root: string, name: string, dist = join(root, "dist")): Promise<BuiltFunction> {
  const outdir = join(dist, name);
  const maps = join(dist, "maps", name);
  for (const folder of [outdir, maps]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [{ in: join("functions", name, "handler.ts"), out: "index" }],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    conditions: ["node", "import", "module"],
    legalComments: "none",
    sourcemap: "external",
    metafile: true,
    write: false,
    chunkNames: "chunk-[hash]",
    banner: { js: REQUIRE_FOR_OLD_LIBRARIES },
    plugins: [leaveOutUnused, carryDataFiles(root, outdir)],
  });
  for (const { path, contents } of outputFiles) {
    writeFileSync(join(path.endsWith(".map") ? maps : outdir, basename(path)), contents);
  }
  return { name, metafile, ...sizes(metafile) };
}

function sizes({ outputs }: Metafile): { entryBytes: number; totalBytes: number } {
  const scripts = Object.entries(outputs).filter(([path]) => path.endsWith(".mjs"));
  const totalBytes = scripts.reduce((sum, [, { bytes }]) => sum + bytes, 0);
  const waiting = scripts.map(([path]) => path).filter((path) => basename(path) === "index.mjs");
  const loaded = new Map<string, number>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const output = outputs[path];
    if (output === undefined || loaded.has(path)) continue;
    loaded.set(path, output.bytes);
    waiting.push(...output.imports.filter(({ kind }) => kind === "import-statement").map((imported) => imported.path));
  }
  return { totalBytes, entryBytes: [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0) };
}
