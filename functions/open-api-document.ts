import { OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import { citizenRoutes } from "./citizen-api/routes.ts";
import { deskRoutes } from "./desk-api/routes.ts";

/** The vendors' door. Bodies, proofs and answers are each vendor's own; none of ours. */
const webhook = {
  method: "post" as const,
  path: "/webhooks/{channel}",
  summary:
    "A vendor's call: zalo, sms/esms (GET), sms/vcom, sms/twilio, sms/aws, phone/transcripts, phone/calls, sensor, ...",
  request: { params: z.object({ channel: z.string() }) },
  responses: {
    200: { description: "Taken, or taken before; in the vendor's own form" },
    400: { description: "Not in the vendor's form; nothing queued" },
    401: { description: "The signature does not prove the origin; nothing queued" },
    404: { description: "No channel of this name" },
    413: { description: "More than 1 MiB: longer transcripts go through the bucket" },
  },
};

/** The OpenAPI 3.1 document of every API, made from the very routes that answer. */
export function openApiDocument(): object {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent("securitySchemes", "desk", { type: "http", scheme: "bearer", bearerFormat: "JWT" });
  for (const route of [...citizenRoutes, ...deskRoutes]) openAPIRegistry.registerPath(route);
  openAPIRegistry.registerPath(webhook);
  const description = "A province's 1022 citizen hotline: citizens and partners below /api, the desk below /desk.";
  return getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "hotline1022", version: "1.0.0", description },
    servers: [{ url: "/" }],
  });
}
