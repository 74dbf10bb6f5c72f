import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { functionNames } from "../../functions/function-names.ts";
import { type BuiltFunction, buildFunction } from "./build-function.ts";
import { provinceCopier } from "./copy-province.ts";

/**
 * Bundles every function. Those that read a province get it beside their code, checked and compiled.
 */
export async function buildFunctions(
  root: string,
  provinceFolder: string,
  dist = join(root, "dist"),
): Promise<readonly BuiltFunction[]> {
  const copyProvince = provinceCopier(resolve(root, provinceFolder));
  const built: BuiltFunction[] = [];
  for (const name of functionNames) {
    if (!existsSync(join(root, "functions", name, "handler.ts"))) continue;
    const bundle = await buildFunction(root, name, dist);
    if (readsProvince(bundle)) copyProvince(join(dist, name));
    built.push(bundle);
  }
  return built;
}

const readsProvince = ({ metafile }: BuiltFunction): boolean => "packages/province/read-province.ts" in metafile.inputs;
