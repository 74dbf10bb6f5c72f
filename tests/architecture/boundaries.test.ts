import { expect, it } from "vitest";
import { foldersBelow, importsOf, type Source, sourcesBelow } from "./sources.ts";

const shared = ["contracts", "platform"];
/** Runs everything on one machine: it may use the functions and every slice. */
const composing = ["local"];
const slices = foldersBelow("packages").filter((folder) => !shared.includes(folder) && !composing.includes(folder));

const foreign = (source: Source, allowed: readonly string[]) =>
  importsOf(source)
    .filter((target) => target.startsWith("#") || target.startsWith("../../"))
    .filter((target) => !allowed.some((name) => target.startsWith(`#${name}/`)))
    .map((target) => `${source.path} imports ${target}`);

const offences = (sources: readonly Source[], isOffence: (source: Source) => boolean) =>
  sources.filter(isOffence).map(({ path }) => path);

it.each(slices)("%s imports itself, the contracts and the platform; never another slice", (slice) => {
  expect(sourcesBelow(`packages/${slice}`).flatMap((source) => foreign(source, [slice, ...shared]))).toEqual([]);
});

it("the contracts import only themselves", () => {
  expect(sourcesBelow("packages/contracts").flatMap((source) => foreign(source, ["contracts"]))).toEqual([]);
});

it("the platform imports itself and the contracts", () => {
  expect(sourcesBelow("packages/platform").flatMap((source) => foreign(source, shared))).toEqual([]);
});

it("only the environment reads process.env", () => {
  const sources = [...sourcesBelow("packages"), ...sourcesBelow("functions"), ...sourcesBelow("infra")];
  const readers = offences(sources, ({ text }) => /process\.env\b/.test(text.replaceAll(/^\s*(\*|\/\/).*$/gm, "")));
  expect(readers).toEqual(["packages/platform/environment.ts"]);
});

it("only files named dynamo-… know DynamoDB, besides making the table and wiring the client", () => {
  const wiring = /^(functions\/.*|packages\/local\/.*|packages\/platform\/(create-table|dynamo-client)\.ts)$/;
  const sources = [...sourcesBelow("packages"), ...sourcesBelow("functions")];
  const knowing = sources.filter((source) =>
    importsOf(source).some((target) => /@aws-sdk\/(client-dynamodb|lib-dynamodb)/.test(target)),
  );
  expect(offences(knowing, ({ path }) => !wiring.test(path) && !/\/dynamo-[^/]*$/.test(path))).toEqual([]);
});

it("only channels know a vendor's words", () => {
  const vendorWords = /X-ZEvent|oa_send_|MessageSid|\bSmsStatus|CodeResult|SendMultipleMessage/;
  const sources = foldersBelow("packages")
    .filter((folder) => folder !== "channels" && folder !== "local")
    .flatMap((folder) => sourcesBelow(`packages/${folder}`));
  expect(offences([...sources, ...sourcesBelow("functions")], ({ text }) => vendorWords.test(text))).toEqual([]);
});

it("nothing reads the table with a Scan", () => {
  expect(
    offences([...sourcesBelow("packages"), ...sourcesBelow("functions")], ({ text }) => /\bScanCommand\b/.test(text)),
  ).toEqual([]);
});

it("zod is imported as a namespace, which is a fifth of the bundle", () => {
  const sources = [...sourcesBelow("packages"), ...sourcesBelow("functions")];
  expect(offences(sources, ({ text }) => /import \{[^}]*\} from "zod"/.test(text))).toEqual([]);
});
