import { request as httpRequest } from "node:http";
import { localSecrets } from "#local/local-secrets";
import { asItsVendor } from "#local/send/vendor-hands";
import type { CitizenMessage } from "./citizen-message.ts";

export interface Delivered {
  readonly message: CitizenMessage;
  readonly body: string;
}

/** Delivers a message as its vendor does: again, after a moment, until somebody says that it was taken. */
export async function deliver(message: CitizenMessage, port: number): Promise<Delivered> {
  for (;;) {
    const answer = await call(message, port).catch(() => undefined);
    if (answer !== undefined && answer.status < 300) return { message, body: answer.body };
    if (answer !== undefined && answer.status < 429) {
      throw new Error(`A ${message.channel} message was refused with ${answer.status}: ${answer.body}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Each citizen calls from an address of their own, as far as the loopback has some: limits are by address. */
function call({ citizen, request }: CitizenMessage, port: number): Promise<{ status: number; body: string }> {
  const signed = asItsVendor(request, {
    isFresh: false,
    isSigned: true,
    secrets: localSecrets,
    publicUrl: `http://localhost:${port}`,
    now: new Date(Date.now()),
    newId: () => "",
  });
  const localAddress = process.platform === "linux" ? `127.1.${citizen >> 8}.${(citizen & 255) + 1}` : undefined;
  const path = `${signed.path}${signed.query === "" ? "" : `?${signed.query}`}`;
  const { method, headers, body } = signed;
  const options = { host: "127.0.0.1", port, method, path, ...(localAddress === undefined ? {} : { localAddress }) };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { ...options, headers: { ...headers, "content-length": body.byteLength } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
