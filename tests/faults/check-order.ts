import * as z from "zod";
import { markerIn } from "./check-tickets.ts";
import type { CitizenMessage } from "./citizen-message.ts";
import { exactly, type Measure, never } from "./measure.ts";

const pageSchema = z.object({ items: z.array(z.object({ code: z.string() })), nextCursor: z.string().nullish() });
const ticketSchema = z.object({ messages: z.array(z.object({ direction: z.string(), text: z.string() })) });

/** As an officer sees it: are all tickets in the list, and are each one's messages in the order they were said? */
export async function checkOrder(url: string, said: readonly CitizenMessage[], tickets: number): Promise<Measure[]> {
  const { token } = z.object({ token: z.string() }).parse(await (await fetch(`${url}/dev/token?role=agent`)).json());
  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
  const place = new Map(said.map(({ marker }, index) => [marker, index]));
  const codes = await allCodes(get);
  let outOfOrder = 0;
  for (const code of codes) {
    const { messages } = ticketSchema.parse(await get(`/desk/v1/tickets/${code}`));
    const seen = messages
      .filter(({ direction }) => direction === "in")
      .map(({ text }) => place.get(markerIn(text)) ?? -1);
    if (seen.some((position, index) => index > 0 && position < (seen[index - 1] ?? -1))) outOfOrder += 1;
  }
  return [
    exactly("tickets in the desk's list", new Set(codes).size, tickets, "tickets"),
    never("tickets whose messages are out of order", outOfOrder, "tickets"),
  ];
}

async function allCodes(get: (path: string) => Promise<unknown>): Promise<string[]> {
  const codes: string[] = [];
  let cursor = "";
  do {
    const page = pageSchema.parse(
      await get(`/desk/v1/tickets?limit=100${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`),
    );
    codes.push(...page.items.map(({ code }) => code));
    cursor = page.nextCursor ?? "";
  } while (cursor !== "");
  return codes;
}
