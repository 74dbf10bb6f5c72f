import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { localSecrets } from "#local/local-secrets";
import { postRequest } from "#local/send/post-request";
import { readSample } from "#local/send/sample";
import { asItsVendor } from "#local/send/vendor-hands";
import { type RunningSystem, runningSystem } from "../faults/running-system.ts";

const samples = [
  "zalo/text.json",
  "sms/esms/unaccented-text.json",
  "phone/transcripts/neutral-with-roles.json",
  "web/form.json",
];
const folder = join(mkdtempSync(join(tmpdir(), "dev-")), "kept");
const PATIENCE_MS = 60_000;

let system: RunningSystem;
beforeAll(async () => {
  system = await runningSystem({}, folder);
}, 120_000);
afterAll(() => system.stop(), 60_000);

const json = async (path: string, headers: Record<string, string> = {}): Promise<unknown> =>
  (await fetch(`${system.run.url}${path}`, { headers })).json();

async function asRole(role: string): Promise<Record<string, string>> {
  const { token } = z.object({ token: z.string() }).parse(await json(`/dev/token?role=${role}`));
  return { authorization: `Bearer ${token}` };
}

const send = async (name: string) => {
  const { request } = readSample(new URL(`../../events/channels/${name}`, import.meta.url).pathname);
  const settings = { secrets: localSecrets, publicUrl: system.run.url, now: new Date(Date.now()), newId: () => "" };
  const call = asItsVendor(request, { isFresh: false, isSigned: true, ...settings });
  return (await postRequest(system.run.url, call)).status;
};

const itemsSchema = z.object({ items: z.array(z.looseObject({ channel: z.string(), kind: z.string().optional() })) });
const channelsOf = async (path: string, headers?: Record<string, string>) =>
  itemsSchema
    .parse(await json(path, headers))
    .items.map(({ channel }) => channel)
    .toSorted();

describe("the whole system on one machine", () => {
  it("is healthy once it says that it is ready", async () => {
    expect(await json("/health")).toMatchObject({ status: "ok" });
  });

  it("makes four tickets of a Zalo message, an SMS, a call and a form, however often each is sent", async () => {
    for (const name of [...samples, ...samples]) expect(await send(name)).toBeLessThan(300);
    expect(await system.whenQuiet(PATIENCE_MS)).toBe(0);
    const tickets = await channelsOf("/desk/v1/tickets", await asRole("agent"));
    expect(tickets).toEqual(["phone", "sms", "web", "zalo"]);
  });

  it("tells each citizen the code of their ticket, once, as its outbox shows", async () => {
    const { items } = itemsSchema.parse(await json("/dev/outbox"));
    const acknowledged = items.filter(({ kind }) => kind === "acknowledgement");
    expect(acknowledged.map(({ ticketCode }) => ticketCode).toSorted()).toHaveLength(4);
    expect(new Set(acknowledged.map(({ ticketCode }) => ticketCode)).size).toBe(4);
    expect(await channelsOf("/dev/outbox?channel=zalo")).toEqual(["zalo"]);
  });

  it("lets nobody see the desk without a token, or with the wrong role write", async () => {
    expect((await fetch(`${system.run.url}/desk/v1/tickets`)).status).toBe(401);
    expect((await fetch(`${system.run.url}/dev/token?role=king`)).status).toBe(422);
  });

  it("shows what there is to try, and its API", async () => {
    for (const path of ["/", "/docs", "/openapi.json"]) {
      expect((await fetch(`${system.run.url}${path}`)).status, path).toBe(200);
    }
    expect((await fetch(`${system.run.url}/nothing`)).status).toBe(404);
  });

  it("goes on after its functions were killed, and remembers everything after Ctrl-C and a new start", async () => {
    system.killFunctions();
    await system.whenQuiet(PATIENCE_MS);
    expect(await channelsOf("/desk/v1/tickets", await asRole("agent"))).toHaveLength(4);
    await system.stop();
    system = await runningSystem({}, folder);
    expect(await channelsOf("/desk/v1/tickets", await asRole("agent"))).toHaveLength(4);
    expect(await channelsOf("/dev/outbox")).toHaveLength(4);
    for (const name of samples) await send(name);
    await system.whenQuiet(PATIENCE_MS);
    expect(await channelsOf("/desk/v1/tickets", await asRole("agent"))).toHaveLength(4);
  }, 120_000);
});
