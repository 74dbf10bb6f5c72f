import * as z from "zod";
import type { Told } from "../dynamo-told.ts";
import { type Received, receivedSchema } from "../vendors/received.ts";
import { jsonAnswer } from "./gateway-answer.ts";
import { invalidInput } from "./invalid-input.ts";
import type { LocalRoute } from "./local-gateway.ts";

const querySchema = z.object({
  channel: z.string().optional(),
  to: z.string().optional(),
  code: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().optional(),
});

const ticketCode = /\b[A-Z]{2}-\d{4}-\d{6}-[0-9A-Z]\b/;

/** GET /dev/outbox: what the vendor double took, newest first, with what we meant by it. */
export function outboxRoute(
  vendorsUrl: string,
  whatWasTold: (received: Received) => Promise<Told | undefined>,
): LocalRoute {
  return {
    path: "/dev/outbox",
    async answer({ target }) {
      const read = querySchema.safeParse(Object.fromEntries(new URL(target, "http://localhost").searchParams));
      if (!read.success) return invalidInput(read.error);
      const { limit } = read.data;
      const taken = z.array(receivedSchema).parse(await (await fetch(doubleUrl(vendorsUrl, read.data))).json());
      const page = taken.slice(0, limit);
      const items = await Promise.all(page.map(async (received) => item(received, await whatWasTold(received))));
      return jsonAnswer(200, { items, nextCursor: taken.length > limit ? (page.at(-1)?.id ?? null) : null });
    },
  };
}

/** One more than asked for, which tells whether there is a next page. */
function doubleUrl(vendorsUrl: string, { limit, cursor: before, ...filters }: z.infer<typeof querySchema>): URL {
  const url = new URL(`${vendorsUrl}/double/outbox?limit=${limit + 1}`);
  for (const [name, value] of Object.entries({ ...filters, before })) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

function item({ id, at, channel, to, text, subject, payload, vendor }: Received, told: Told | undefined) {
  const code = told?.ticketCodes[0] ?? ticketCode.exec(`${text} ${subject ?? ""}`)?.[0];
  return {
    id,
    at,
    vendor,
    channel,
    to,
    ...(subject === undefined ? {} : { subject }),
    text,
    kind: told?.kind ?? "unknown",
    ...(code === undefined ? {} : { ticketCode: code }),
    payload,
  };
}
