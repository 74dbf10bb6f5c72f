import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ license: z.string().optional(), dev: z.boolean().optional(), resolved: z.string().optional() }),
  ),
});
const lock = lockSchema.parse(JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")));
const dependencies = Object.entries(lock.packages).filter(([path]) => path.startsWith("node_modules/"));

/** Licences that ask for nothing but the notice; what is only used to build may also be MPL. */
const permissive = [
  "MIT",
  "MIT-0",
  "Apache-2.0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Unlicense",
  "BlueOak-1.0.0",
  "Zlib",
];
const isPermissive = (licence: string) =>
  licence
    .replaceAll(/[()]/g, "")
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((one) => permissive.includes(one)));

it("everything that is shipped has a permissive licence", () => {
  const others = dependencies.filter(([, { dev, license }]) => dev !== true && !isPermissive(license ?? "none"));
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

it("everything that is only built with has a permissive licence or MPL-2.0", () => {
  const others = dependencies.filter(([, { license }]) => license !== "MPL-2.0" && !isPermissive(license ?? "none"));
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

it("the lockfile names no registry, so that each reader's own is used", () => {
  expect(dependencies.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
