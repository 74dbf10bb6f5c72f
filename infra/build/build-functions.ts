import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadProvince } from "#province/load-province";
import { readWords } from "#triage/files/read-words";
import { functionNames } from "../../functions/function-names.ts";
import { type BuiltFunction, buildFunction } from "./build-function.ts";
import { copyProvince } from "./copy-province.ts";

/**
 * Bundles every function. Those that read a province get it beside their code, checked: a mistake in the province's
 * files stops the build, not the first message.
 */
export async function buildFunctions(
  root: string,
  provinceFolder: string,
  dist = join(root, "dist"),
): Promise<readonly BuiltFunction[]> {
  const province = resolve(root, provinceFolder);
  const { categories } = loadProvince(province);
  readWords(
    province,
    categories.map(({ code }) => code),
  );
  const built: BuiltFunction[] = [];
  for (const name of functionNames) {
    if (!existsSync(join(root, "functions", name, "handler.ts"))) continue;
    const bundle = await buildFunction(root, name, dist);
    if (readsProvince(bundle)) copyProvince(province, join(dist, name));
    built.push(bundle);
  }
  return built;
}

const readsProvince = ({ metafile }: BuiltFunction): boolean => "packages/province/read-province.ts" in metafile.inputs;
