import * as z from "zod";
import type { Cloud } from "./cloud.ts";
import type { Addresses } from "./deployment.ts";
import type { Claims, DeskIssuer } from "./desk-issuer.ts";
import { type HttpAnswer, type HttpCall, httpCall } from "./http-call.ts";
import { check, type Steps } from "./steps.ts";
import type { Vendors } from "./vendors.ts";

/** The running stack as those outside of it know it. */
export interface Deployed {
  readonly addresses: Addresses;
  readonly cloud: Cloud;
  readonly issuer: DeskIssuer;
  readonly vendors: Vendors;
  readonly steps: Steps;
  /** What was said or told by or about a person: none of it may stand in a log. */
  readonly personal: Set<string>;
  call(call: HttpCall): Promise<HttpAnswer>;
}

export const ticketSchema = z.looseObject({
  code: z.string(),
  status: z.string(),
  channel: z.string(),
  text: z.string(),
  agency: z.string().optional(),
  messages: z.array(z.looseObject({ text: z.string() })).optional(),
  clocks: z.array(z.looseObject({ name: z.string(), state: z.string(), dueAt: z.string().optional() })),
});
export type DeskTicket = z.infer<typeof ticketSchema>;
export const alertSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  ticketCode: z.string(),
  clock: z.string().optional(),
  acknowledgedAt: z.string().optional(),
});

export function apiCall(address: string, endpoint: string): Deployed["call"] {
  const [api, door] = [new URL(address), new URL(endpoint)];
  return (call) => httpCall(api, door, call);
}

/** One person's view of the desk. */
export function desk({ call, issuer }: Deployed, claims: Claims) {
  const ask = async <T>(schema: z.ZodType<T>, request: HttpCall): Promise<T> => {
    const authorization = `Bearer ${await issuer.token(claims)}`;
    const answer = await call({ ...request, headers: { authorization, "content-type": "application/json" } });
    check(answer.status < 300, `${request.method} ${request.path} answered ${answer.status}: ${answer.text}`);
    return schema.parse(JSON.parse(answer.text));
  };
  return {
    tickets: async (query: string): Promise<DeskTicket[]> =>
      (await ask(z.object({ items: z.array(ticketSchema) }), { method: "GET", path: "/desk/v1/tickets", query })).items,
    ticket: (code: string) => ask(ticketSchema, { method: "GET", path: `/desk/v1/tickets/${code}` }),
    act: (code: string, action: string, input: object) =>
      ask(ticketSchema, {
        method: "POST",
        path: `/desk/v1/tickets/${code}/actions/${action}`,
        body: JSON.stringify(input),
      }),
    alerts: async () =>
      (
        await ask(z.object({ items: z.array(alertSchema) }), {
          method: "GET",
          path: "/desk/v1/alerts",
          query: "limit=100",
        })
      ).items,
    acknowledge: (id: string) =>
      ask(alertSchema, { method: "POST", path: `/desk/v1/alerts/${encodeURIComponent(id)}/acknowledge` }),
  };
}

export const agent: Claims = { role: "agent", staff: "tong-dai-vien-1" };
export const supervisor: Claims = { role: "supervisor", staff: "giam-sat-tinh-1" };
