import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { type BuiltFunction, buildFunction } from "../../infra/build/build-function.ts";

const sources = {
  "functions/greet/handler.ts": `
    import { readFileSync } from "node:fs";
    import { word } from "../../packages/words/word.ts";
    export const handler = async () => {
      const { farewell } = await import("./farewell.ts");
      return [word(), readFileSync(new URL("./name.txt", import.meta.url), "utf8"), farewell].join(" ");
    };`,
  "functions/greet/farewell.ts": `export const farewell = "tạm biệt";`,
  "functions/greet/name.txt": "bà con",
  "packages/words/word.ts": `
    import { readFileSync } from "node:fs";
    export const word = () => readFileSync(new URL("./model/word.bin", import.meta.url), "utf8");`,
  "packages/words/model/word.bin": "chào",
};
const bundleSchema = z.object({ handler: z.custom<() => Promise<string>>((value) => typeof value === "function") });

let root: string;
let built: BuiltFunction;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "hotline-build-"));
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  built = await buildFunction(root, "greet");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("finds in the bundle every file that a module reads beside itself", async () => {
  rmSync(join(root, "packages"), { recursive: true });
  const bundle = bundleSchema.parse(await import(pathToFileURL(join(root, "dist/greet/index.mjs")).href));
  expect(await bundle.handler()).toBe("chào bà con tạm biệt");
});

it("leaves out of a cold start what is only imported when needed", () => {
  expect(built.entryBytes).toBeLessThan(built.totalBytes);
});

it("lays the source maps where Lambda does not unpack them", () => {
  expect(readdirSync(join(root, "dist/greet")).filter((name) => name.endsWith(".map"))).toEqual([]);
  expect(existsSync(join(root, "dist/maps/greet/index.mjs.map"))).toBe(true);
});
