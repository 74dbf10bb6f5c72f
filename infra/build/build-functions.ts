import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { COMPILED_PROVINCE, compileProvince } from "#province/compile-province";
import { type BuiltFunction, buildFunction } from "./build-function.ts";
import { functionNames } from "./function-names.ts";

/**
 * Bundles every function. Those that read a province get it compiled and checked into their folder: a mistake in
 * the province's files stops the build, not the first message.
 */
export async function buildFunctions(root: string, provinceFolder: string): Promise<readonly BuiltFunction[]> {
  const built: BuiltFunction[] = [];
  for (const name of functionNames) {
    if (!existsSync(join(root, "functions", name, "handler.ts"))) continue;
    const bundle = await buildFunction(root, name);
    built.push(bundle);
  }
  const readers = built.filter(readsProvince);
  if (readers.length === 0) return built;
  const province = compileProvince(resolve(root, provinceFolder));
  for (const { name } of readers) writeFileSync(join(root, "dist", name, COMPILED_PROVINCE), province);
  return built;
}

const readsProvince = ({ metafile }: BuiltFunction): boolean => "packages/province/read-province.ts" in metafile.inputs;
