import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { localSecrets } from "#local/local-secrets";
import { postRequest } from "#local/send/post-request";
import { readSample } from "#local/send/sample";
import { asItsVendor } from "#local/send/vendor-hands";
import { type RunningSystem, runningSystem } from "../faults/running-system.ts";
import { until } from "./local-queues.ts";

/** A province in which a matter is overdue after five seconds and goes up the ladder ten seconds later. */
function hastyProvince(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "hasty-")), "province");
  cpSync("packages/province/dong-thap", folder, { recursive: true });
  const file = join(folder, "policies.json");
  const policies = JSON.parse(readFileSync(file, "utf8"));
  for (const policy of policies.policies) policy.allowances.resolve = { elapsed: "PT5S" };
  for (const ladder of policies.ladders) {
    ladder.rungs = ladder.rungs.slice(0, 2);
    ladder.rungs[1].after = { elapsed: "PT10S" };
    ladder.holdFor = { elapsed: "PT1H" };
  }
  writeFileSync(file, JSON.stringify(policies));
  return folder;
}

let system: RunningSystem;
let headers: Record<string, string>;
beforeAll(async () => {
  system = await runningSystem({ PROVINCE: hastyProvince() });
  const { token } = z.object({ token: z.string() }).parse(await get("/dev/token?role=supervisor"));
  headers = { authorization: `Bearer ${token}` };
}, 120_000);
afterAll(() => system.stop(), 60_000);

const get = async (path: string): Promise<unknown> => (await fetch(`${system.run.url}${path}`, { headers })).json();

const alertSchema = z.object({
  id: z.string(),
  kind: z.string(),
  ticketCode: z.string(),
  clock: z.string().optional(),
  dueAt: z.string().optional(),
  at: z.string(),
});
const alertsOf = async (kind: string, code: string) => {
  const { items } = z.object({ items: z.array(alertSchema) }).parse(await get("/desk/v1/alerts?limit=100"));
  return items.filter((alert) => alert.kind === kind && alert.ticketCode === code && alert.clock === "resolve");
};
const outboxSchema = z.object({
  items: z.array(z.object({ at: z.string(), kind: z.string(), to: z.string(), text: z.string() })),
});
/** Of an alert by SMS or e-mail, or of a digest that counts at least one. */
const breachWords = /QUA HAN|^Quá hạn|[1-9]\d* qu[aá] h[aạ]n/;
const toldOf = async (code: string) =>
  outboxSchema
    .parse(await get(`/dev/outbox?code=${code}&limit=100`))
    .items.filter(({ text }) => breachWords.test(text));

async function send(name: string): Promise<void> {
  const { request } = readSample(new URL(`../../events/channels/${name}`, import.meta.url).pathname);
  const settings = { secrets: localSecrets, publicUrl: system.run.url, now: new Date(Date.now()), newId: () => "" };
  await postRequest(system.run.url, asItsVendor(request, { isFresh: false, isSigned: true, ...settings }));
}

const breachedOf = async (code: string) => (await alertsOf("breached", code))[0];

it("a supervisor hears of each breach within 15 seconds, once; an acknowledgement holds the ladder, silence does not", async () => {
  await send("zalo/text.json");
  await send("sms/esms/unaccented-text.json");
  const tickets = z.object({ items: z.array(z.object({ code: z.string(), channel: z.string() })) });
  const codeOf = async (channel: string) =>
    tickets.parse(await get("/desk/v1/tickets")).items.find((ticket) => ticket.channel === channel)?.code ?? "";
  await until(async () => (await codeOf("zalo")) !== "" && (await codeOf("sms")) !== "");
  const [acknowledged, silent] = [await codeOf("zalo"), await codeOf("sms")];

  await until(async () => (await breachedOf(acknowledged)) !== undefined);
  const { id = "" } = (await breachedOf(acknowledged)) ?? {};
  const answer = await fetch(`${system.run.url}/desk/v1/alerts/${id}/acknowledge`, { method: "POST", headers });
  expect(answer.status).toBe(200);

  await until(async () => (await alertsOf("escalated", silent)).length > 0);
  await until(async () => (await toldOf(silent)).length > 0 && (await toldOf(acknowledged)).length > 0);
  for (const code of [acknowledged, silent]) {
    const breaches = await alertsOf("breached", code);
    expect(breaches, code).toHaveLength(1);
    const dueAt = Date.parse(breaches[0]?.dueAt ?? "");
    expect(Date.parse(breaches[0]?.at ?? "") - dueAt).toBeLessThan(15_000);
    const told = await toldOf(code);
    expect(Date.parse(told.at(-1)?.at ?? "") - dueAt).toBeLessThan(15_000);
    expect(new Set(told.map(({ to, text }) => `${to} ${text}`)).size).toBe(told.length);
  }
  expect(await alertsOf("escalated", acknowledged)).toEqual([]);
}, 90_000);
