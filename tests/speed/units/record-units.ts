import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { requestUnits, type Units } from "./request-units.ts";

export interface RecordedRequest extends Units {
  /** As on the wire: `DynamoDB_20120810.PutItem`. */
  readonly target: string;
  readonly body: string;
}

interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Has every request of this client told with its units. `look` must be another client of the same table. */
export function recordUnits(
  client: DynamoDBDocumentClient,
  look: DynamoDBClient,
  tell: (request: RecordedRequest) => void,
): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const { headers, body } = args.request as SignedRequest;
      const target = headers["x-amz-target"] ?? "";
      const { outcome, units } = await requestUnits(target, body, look, () =>
        next(args).then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        ),
      );
      tell({ target, body, ...units });
      const answer = outcome as { value: Awaited<ReturnType<typeof next>> } | { error: unknown };
      if ("error" in answer) throw answer.error;
      return answer.value;
    },
    { step: "finalizeRequest", name: "recordUnits", priority: "low" },
  );
}
