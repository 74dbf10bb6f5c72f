import { jsonAnswer } from "./gateway-answer.ts";
import type { LocalRoute } from "./local-gateway.ts";

/** GET /health. It can only be asked once everything is there, because the port opens last. */
export function healthRoute(startedAt: Date, now: () => Date): LocalRoute {
  return {
    path: "/health",
    answer: async () =>
      jsonAnswer(200, {
        status: "ok",
        startedAt: startedAt.toISOString(),
        upForMs: now().getTime() - startedAt.getTime(),
      }),
  };
}
