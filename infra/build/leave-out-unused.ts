import type { Plugin } from "esbuild";

const CREDENTIALS = /^@aws-sdk\/credential-provider-node$/;
const LANGUAGES = /\/locales\/index\.js$/;
const HTTP = /^(?:node:)?http$/;

/**
 * Leaves out of a bundle what a Lambda function can never use, and what a cold start would read all the same.
 *
 * AWS credentials: Lambda lays them in the environment, so the ways to find them in files, single sign-on or on a
 * server go. Zod: forty languages for its own messages; ours are English, and citizens never see them. Node's own
 * `http`: an `import` of it asks for each of its exports, and one of them (`WebSocket`) loads all of undici, which is
 * half of a small function's start; taken as an object, only what is used is asked for.
 */
export const leaveOutUnused: Plugin = {
  name: "leave-out-unused",
  setup(build) {
    build.onResolve({ filter: CREDENTIALS }, ({ path, resolveDir }) => ({
      path,
      namespace: "lambda-credentials",
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: /.*/, namespace: "lambda-credentials" }, ({ pluginData }) => ({
      contents: `export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";`,
      resolveDir: String(pluginData),
    }));
    build.onLoad({ filter: LANGUAGES }, ({ path }) =>
      path.includes("/zod/v4/") ? { contents: `export { default as en } from "./en.js";` } : undefined,
    );
    build.onResolve({ filter: HTTP }, () => ({ path: "node:http", namespace: "http-as-object" }));
    build.onLoad({ filter: /.*/, namespace: "http-as-object" }, () => ({
      contents: `module.exports = process.getBuiltinModule("node:http");`,
    }));
  },
};
