import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { adapterAt } from "#channels/adapter-at";
import { channelAdapters } from "#channels/channel-adapters";
import { channelSettingsOf } from "#channels/channel-settings";
import { webFormRequestSchema } from "#channels/web/web-form";
import type { WebhookRequest } from "#contracts/channel-adapter";
import { localSecrets } from "#local/local-secrets";
import { readSample, SampleError, type SampleRequest } from "#local/send/sample";
import { asItsVendor } from "#local/send/vendor-hands";

const now = new Date("2026-09-14T01:15:31.000Z");
const publicUrl = "http://localhost:8022";
const secrets = { ...localSecrets, ZALO_APP_ID: "77", ZALO_OA_ID: "88", ESMS_CPID: "OTHER", VCOM_CLIENT_ID: "other" };
const adapters = channelAdapters(channelSettingsOf({ ...secrets, PUBLIC_URL: publicUrl }), {
  pseudonym: (value) => `hash-of-${value.length}`,
  fetchText: async () => "",
});

let ids = 0;
const written = (request: SampleRequest, isFresh: boolean, isSigned = true) =>
  asItsVendor(request, { isFresh, isSigned, secrets, publicUrl, now, newId: () => `${++ids}`.padEnd(20, "0") });

async function adapterOf({ path }: SampleRequest) {
  const adapter = await adapterAt(adapters, path.replace("/webhooks/", ""))?.();
  if (adapter === undefined) throw new Error(`No adapter at ${path}`);
  return adapter;
}
const asReceived = (request: SampleRequest): WebhookRequest => request;

const folder = new URL("../../events/channels/", import.meta.url);
const genuine = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json") && !name.endsWith(".expected.json"))
  .filter((name) => !name.startsWith("sms/aws") && proofOf(name) === "genuine")
  .map((name) => ({ name, ...readSample(new URL(name, folder).pathname) }));

function proofOf(name: string): string {
  return JSON.parse(readFileSync(new URL(name.replace(/\.json$/, ".expected.json"), folder), "utf8")).proof.kind;
}

describe("a sample is sent as its vendor would", () => {
  it("for every channel", () => {
    expect(new Set(genuine.map(({ name }) => name.split("/")[0]))).toEqual(new Set(["phone", "sensor", "sms", "zalo"]));
    expect(genuine.length).toBeGreaterThan(60);
  });

  it.each(genuine)("$name is genuine for a system with accounts of its own", async ({ request }) => {
    const call = written(request, false);
    expect((await adapterOf(call)).prove(asReceived(call), now)).toEqual({ kind: "genuine" });
  });

  it.each(genuine)("$name does not pass without that", async ({ request }) => {
    const call = written(request, false, false);
    expect((await adapterOf(call)).prove(asReceived(call), now).kind).not.toBe("genuine");
  });
});

describe("a sample sent with --fresh", () => {
  it.each([
    "zalo/text.json",
    "zalo/image-with-caption.json",
    "sms/esms/unaccented-text.json",
    "sms/twilio/accented-text.json",
    "sms/vcom/unaccented-text.json",
    "phone/transcripts/neutral-with-roles.json",
    "phone/calls/neutral.json",
    "phone/stringee/ended.json",
    "sensor/structured-alarm.json",
  ])("%s is a new message of the same person, each time", async (name) => {
    const { request } = readSample(new URL(name, folder).pathname);
    const identities = await Promise.all(
      [1, 2].map(async () => {
        const call = written(request, true);
        const adapter = await adapterOf(call);
        expect(adapter.prove(asReceived(call), now)).toEqual({ kind: "genuine" });
        return adapter.identify(asReceived(call));
      }),
    );
    expect(identities[0]?.conversation).toBe(identities[1]?.conversation);
    expect(identities[0]?.messageId).not.toBe(identities[1]?.messageId);
  });
});

it("a sample of the portal is sent as the form that the citizen's browser posts", () => {
  const { request } = readSample(new URL("web/form.json", folder).pathname);
  const call = written(request, true);
  expect(call.path).toBe("/api/v1/tickets");
  expect(call.headers["idempotency-key"]).toBeDefined();
  expect(() => webFormRequestSchema.parse(JSON.parse(Buffer.from(call.body).toString("utf8")))).not.toThrow();
});

it.each`
  file                                   | expected
  ${"events/channels/zalo/no-such.json"} | ${"There is no file events/channels/zalo/no-such.json"}
  ${"package.json"}                      | ${"package.json is no sample of a channel"}
  ${"LICENSE"}                           | ${"LICENSE is no sample of a channel"}
`("$file is refused with what is wrong", ({ file, expected }) => {
  expect(() => readSample(file)).toThrow(SampleError);
  expect(() => readSample(file)).toThrow(expected);
});
