import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const policiesSchema = z.looseObject({
  policies: z.array(z.looseObject({ allowances: z.record(z.string(), z.unknown()) })),
});

/** A copy of the province in which a matter must be resolved within seconds; everything else as it is. */
export function shortProvince(root: string, into: string, resolveWithin: string): string {
  const folder = join(into, "short-province");
  cpSync(join(root, "packages/province/dong-thap"), folder, { recursive: true });
  const file = join(folder, "policies.json");
  const content = policiesSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const elapsed = { elapsed: resolveWithin };
  const resolve = { emergency: elapsed, high: elapsed, normal: elapsed, low: elapsed };
  const policies = content.policies.map((policy) => ({ ...policy, allowances: { ...policy.allowances, resolve } }));
  writeFileSync(file, JSON.stringify({ ...content, policies }));
  return folder;
}
