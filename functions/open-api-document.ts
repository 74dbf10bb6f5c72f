import { OpenAPIHono } from "@hono/zod-openapi";
import { citizenRoutes } from "./citizen-api/routes.ts";
import { deskRoutes } from "./desk-api/routes.ts";

/** The OpenAPI 3.1 document of every API, made from the very routes that answer. */
export function openApiDocument(): object {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent("securitySchemes", "desk", { type: "http", scheme: "bearer", bearerFormat: "JWT" });
  for (const route of [...citizenRoutes, ...deskRoutes]) openAPIRegistry.registerPath(route);
  const description = "A province's 1022 citizen hotline: citizens and partners below /api, the desk below /desk.";
  return getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "hotline1022", version: "1.0.0", description },
    servers: [{ url: "/" }],
  });
}
