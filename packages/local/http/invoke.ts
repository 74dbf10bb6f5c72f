import { randomUUID } from "node:crypto";
import type { Context } from "aws-lambda";

/** A function as Lambda runs it. */
export type LambdaHandler = (event: never, context: Context) => unknown;

/** Calls a handler as Lambda does: with the event, and a context that knows how much time is left. */
export async function invoke(
  name: string,
  handler: LambdaHandler,
  event: unknown,
  timeoutMs = 30_000,
): Promise<unknown> {
  const endsAt = performance.now() + timeoutMs;
  return await handler(
    event as never,
    lambdaContext(name, () => Math.max(0, Math.round(endsAt - performance.now()))),
  );
}

function lambdaContext(functionName: string, getRemainingTimeInMillis: () => number): Context {
  const nothing = () => {};
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: "512",
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "local",
    getRemainingTimeInMillis,
    done: nothing,
    fail: nothing,
    succeed: nothing,
  };
}
