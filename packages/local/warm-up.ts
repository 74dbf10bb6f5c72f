import type { FunctionName } from "../../functions/function-names.ts";
import { gatewayEvent } from "./http/gateway-event.ts";
import { invoke, type LambdaHandler } from "./http/invoke.ts";

const get = (target: string) =>
  gatewayEvent({ method: "GET", target, headers: [], body: new Uint8Array(), sourceIp: "127.0.0.1" }, new Date(0));
const nothing = { Records: [] };

/** A harmless first event for each function. */
const firstEvents: Readonly<Partial<Record<FunctionName, unknown>>> = {
  "channel-webhooks": get("/webhooks/nobody"),
  "citizen-api": get("/openapi.json"),
  "desk-api": get("/desk/v1/nothing"),
  "open-ticket": nothing,
  "read-transcript": nothing,
  "fire-sla": nothing,
  "publish-events": nothing,
  "send-message": nothing,
};

/**
 * Calls each function once with nothing to do: they read their settings at the first call, and a setting that is
 * missing or malformed must stop the start and not the first citizen.
 */
export async function warmUp(handlers: Readonly<Record<FunctionName, LambdaHandler>>): Promise<void> {
  for (const [name, event] of Object.entries(firstEvents)) {
    await invoke(name, handlers[name as FunctionName], event);
  }
}
