import type { Logger } from "#platform/logger";
import { failedAnswer, gatewayAnswer, type HttpAnswer, jsonAnswer } from "./gateway-answer.ts";
import { gatewayEvent, type HttpCall, type JwtAuthorizer } from "./gateway-event.ts";
import { invoke, type LambdaHandler } from "./invoke.ts";
import type { LocalRoute } from "./local-gateway.ts";

/** An HTTP API waits this long for a function and then says that the service is not available. */
const LONGEST_WAIT_MS = 30_000;

export interface FunctionRoute {
  readonly path: string;
  readonly name: string;
  readonly handler: LambdaHandler;
  /** Looks at the token before the function is called: its claims, or the answer that refuses the call. */
  readonly authorize?: (call: HttpCall) => Promise<JwtAuthorizer | HttpAnswer>;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** A function behind a path, called as an HTTP API calls it. */
export function functionRoute({ path, name, handler, authorize, now, logger }: FunctionRoute): LocalRoute {
  return {
    path,
    async answer(call) {
      const authorizer = await authorize?.(call);
      if (authorizer !== undefined && "status" in authorizer) return authorizer;
      const event = gatewayEvent(call, now(), authorizer);
      const { promise: late, resolve } = Promise.withResolvers<HttpAnswer>();
      const timer = setTimeout(() => resolve(jsonAnswer(503, { message: "Service Unavailable" })), LONGEST_WAIT_MS);
      const answered = invoke(name, handler, event).then(gatewayAnswer, (error: unknown) => {
        logger.error("function failed", { function: name, error });
        return failedAnswer;
      });
      return Promise.race([answered, late]).finally(() => clearTimeout(timer));
    },
  };
}
