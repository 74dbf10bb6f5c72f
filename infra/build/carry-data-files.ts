import { cpSync, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Plugin } from "esbuild";

const dataUrl = /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url,?\s*\)/g;

/**
 * Lets `new URL("./words.bin", import.meta.url)` find its file in a bundle as it does in the source.
 *
 * The file, or folder, is copied beside the bundle under its path in the repository with dots for slashes, and the
 * URL is rewritten to that name. All chunks lie in one folder, so one relative URL is right for each of them.
 */
export function carryDataFiles(root: string, outdir: string): Plugin {
  return {
    name: "carry-data-files",
    setup(build) {
      build.onLoad({ filter: /\/(?:packages|functions)\/.*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        const contents = source.replace(dataUrl, (url, reference: string) => {
          const file = join(dirname(path), reference);
          if (!existsSync(file)) return url;
          const name = relative(root, file).replaceAll("/", ".");
          cpSync(file, join(outdir, name), { recursive: true });
          return `new URL("./${name}", import.meta.url)`;
        });
        return { contents, loader: "ts" };
      });
    },
  };
}
