import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** What happens around the nth call (counted from 0) of a client; thrown errors reach whoever made the call. */
export interface Interruption {
  readonly call: number;
  readonly before?: () => Promise<void>;
  readonly after?: () => Promise<void>;
}

export interface InterruptedClient {
  readonly client: DynamoDBDocumentClient;
  /** Did the call happen at all? When not, every point has been tried. */
  readonly reached: () => boolean;
}

/** A client that is interrupted at one call: by the end of the process, or by another worker that comes between. */
export function interruptedClient(
  real: DynamoDBDocumentClient,
  { call, before, after }: Interruption,
): InterruptedClient {
  let calls = 0;
  const send = async (...command: Parameters<DynamoDBDocumentClient["send"]>): Promise<unknown> => {
    const here = calls++ === call;
    if (here) await before?.();
    const answer: unknown = await real.send(...command);
    if (here) await after?.();
    return answer;
  };
  const client = new Proxy(real, {
    get: (target, name) => (name === "send" ? send : Reflect.get(target, name, target)),
  });
  return { client, reached: () => calls > call };
}

/** The process ends here. */
export async function dies(): Promise<never> {
  throw new Error("killed");
}
