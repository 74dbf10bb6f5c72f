import type { JSONWebKeySet } from "jose";
import type { Logger } from "#platform/logger";
import type { FunctionName } from "../../../functions/function-names.ts";
import { functionRoute } from "./function-route.ts";
import type { LambdaHandler } from "./invoke.ts";
import { jwtAuthorizer, localTokenRules } from "./jwt-authorizer.ts";
import type { LocalRoute } from "./local-gateway.ts";

/** Which function answers below which path, as the deployed HTTP API routes them. */
const paths: Readonly<Record<string, FunctionName>> = {
  "/webhooks": "channel-webhooks",
  "/api": "citizen-api",
  "/open311": "citizen-api",
  "/docs": "citizen-api",
  "/openapi.json": "citizen-api",
  "/desk": "desk-api",
};

/** The routes of the functions; only the desk's need a token. */
export function localRoutes(
  handlers: Readonly<Record<FunctionName, LambdaHandler>>,
  publicKeys: JSONWebKeySet,
  now: () => Date,
  logger: Logger,
): LocalRoute[] {
  const authorize = jwtAuthorizer(publicKeys, localTokenRules);
  return Object.entries(paths).map(([path, name]) =>
    functionRoute({
      path,
      name,
      handler: handlers[name],
      now,
      logger,
      ...(name === "desk-api" ? { authorize } : {}),
    }),
  );
}
