import { inject } from "vitest";

/** Where an engine of this run of tests answers. */
export function endpointOf(engine = ""): string {
  const endpoint = inject("dynamo")[engine];
  if (endpoint === undefined) throw new Error(`No DynamoDB engine ${engine} runs`);
  return endpoint;
}
