import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { carryDataFiles } from "../../../infra/build/carry-data-files.ts";
import { PROVINCE_FOLDER, provinceCopier } from "../../../infra/build/copy-province.ts";
import { atMost, type Measure, told } from "../report/measure.ts";
import { median } from "../report/median.ts";

const ENTRY = `
export { readProvince } from "#province/read-province";
export { understanding } from "./functions/understand.ts";
`;
/** In a process of its own: what is read and built at the start, then the first text and the second. */
const SCRIPT = `
const [bundle, folder] = process.argv.slice(-2);
const { readProvince, understanding } = await import(bundle);
const province = readProvince(folder);
const message = (text) => ({ text, channel: "sms", sentAt: "2026-11-24T00:00:00Z" });
const times = [performance.now()];
const understand = understanding(folder, province);
times.push(performance.now());
understand(message("cup nuoc 3 ngay nay o xa Vinh Kim, co ba gia nam mot cho"));
times.push(performance.now());
process.stdout.write(JSON.stringify(times.slice(1).map((time, at) => time - times[at])));
`;

/** How long understanding takes to be ready in a function's bundle, and to read its first text. */
export async function triageStart(root: string, provinceFolder: string, rounds: number): Promise<Measure[]> {
  const outdir = mkdtempSync(join(tmpdir(), "triage-start-"));
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: "ts" },
    outfile: join(outdir, "index.mjs"),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node24",
    plugins: [carryDataFiles(root, outdir)],
  });
  provinceCopier(join(root, provinceFolder))(outdir);
  const once = (): readonly number[] =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [
          "--input-type=module",
          "-e",
          SCRIPT,
          pathToFileURL(join(outdir, "index.mjs")).href,
          join(outdir, PROVINCE_FOLDER),
        ],
        { encoding: "utf8" },
      ),
    ) as readonly number[];
  once();
  const measured = Array.from({ length: rounds }, once);
  return [
    atMost({ name: "triage, ready in a bundle", value: median(measured.map(([ready = 0]) => ready)), unit: "ms" }, 5),
    told({
      name: "triage, first text of a cold start",
      value: median(measured.map(([, first = 0]) => first)),
      unit: "ms",
    }),
  ];
}
