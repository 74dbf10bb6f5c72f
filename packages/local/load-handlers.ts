import { type FunctionName, functionNames } from "../../functions/function-names.ts";
import type { LambdaHandler } from "./http/invoke.ts";

/** The very handlers that Lambda runs. They read their settings when they are imported. */
export async function loadHandlers(): Promise<Readonly<Record<FunctionName, LambdaHandler>>> {
  const loaded = await Promise.all(functionNames.map(async (name) => [name, await loadHandler(name)] as const));
  return Object.fromEntries(loaded) as Record<FunctionName, LambdaHandler>;
}

async function loadHandler(name: FunctionName): Promise<LambdaHandler> {
  const file = new URL(`../../functions/${name}/handler.ts`, import.meta.url);
  const { handler } = (await import(file.href)) as { handler?: unknown };
  if (typeof handler !== "function") throw new TypeError(`functions/${name}/handler.ts exports no function "handler"`);
  return handler as LambdaHandler;
}
