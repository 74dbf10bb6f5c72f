import { describe, expect, it } from "vitest";
import { transcriptFileDelivery } from "#channels/phone/transcript-file";
import { phoneAdapter, phoneSettings } from "./phone-settings.ts";

const receivedAt = "2026-09-14T01:20:05.000Z";
const neutral = { language: "vi", turns: [{ speaker: "citizen", text: "Cúp nước từ sáng." }] };
const call = { id: "call-000051", from: "0900000033", direction: "inbound" };
const contactLens = {
  JobStatus: "COMPLETED",
  CustomerMetadata: { ContactId: "b0000000-0000-4000-8000-000000001022" },
  Transcript: [{ ParticipantId: "CUSTOMER", Content: "Cúp nước." }],
};
const transcribe = { jobName: "call-000052", results: { transcripts: [{ transcript: "cúp nước" }], items: [] } };

function read(key: string, content: unknown, metadata: Record<string, string> = {}) {
  const bytes = content instanceof Uint8Array ? content : new TextEncoder().encode(JSON.stringify(content));
  const delivery = transcriptFileDelivery({ key, content: bytes, metadata }, phoneSettings, receivedAt);
  return delivery && { delivery, parsed: phoneAdapter("phone/transcripts").parse(delivery) };
}

describe("a transcript file", () => {
  it.each`
    file                                    | key                                                                                                                      | content                          | metadata                             | id                                        | phone
    ${"that tells its call"}                | ${"transcripts/x.json"}                                                                                                  | ${{ call, transcript: neutral }} | ${{}}                                | ${"call-000051"}                          | ${"+84900000033"}
    ${"named after its call"}               | ${"transcripts/call-000053.json"}                                                                                        | ${neutral}                       | ${{}}                                | ${"call-000053"}                          | ${undefined}
    ${"with its call in the metadata"}      | ${"transcripts/call-000054.json"}                                                                                        | ${neutral}                       | ${{ call: JSON.stringify(call) }}    | ${"call-000051"}                          | ${"+84900000033"}
    ${"with half a call in the metadata"}   | ${"transcripts/call-000055.json"}                                                                                        | ${neutral}                       | ${{ call: '{"from":"0900000033"}' }} | ${"call-000055"}                          | ${"+84900000033"}
    ${"of Contact Lens"}                    | ${"Analysis/Voice/2026/09/14/b0000000-0000-4000-8000-000000001022_analysis_2026-09-14T01:15:30Z.json"}                   | ${contactLens}                   | ${{}}                                | ${"b0000000-0000-4000-8000-000000001022"} | ${undefined}
    ${"of Contact Lens, redacted"}          | ${"Analysis/Voice/Redacted/2026/09/14/b0000000-0000-4000-8000-000000001022_analysis_redacted_2026-09-14T01:15:30Z.json"} | ${contactLens}                   | ${{}}                                | ${"b0000000-0000-4000-8000-000000001022"} | ${undefined}
    ${"of Transcribe, named after its job"} | ${"call-000052.json"}                                                                                                    | ${transcribe}                    | ${{}}                                | ${"call-000052"}                          | ${undefined}
  `("$file is a message of that call", ({ key, content, metadata, id, phone }) => {
    const parsed = read(key, content, metadata)?.parsed;
    if (parsed?.kind !== "message") throw new Error(`read as ${JSON.stringify(parsed)}`);
    expect(parsed.message.call?.id).toBe(id);
    expect(parsed.message.sender.phone).toBe(phone);
    expect(parsed.message.vendorMessageId).toBe(`call#${id}`);
  });

  it("of Contact Lens dates from the moment in its name", () => {
    const key = "Analysis/Voice/b0000000-0000-4000-8000-000000001022_analysis_2026-09-14T01:15:30Z.json";
    const parsed = read(key, contactLens)?.parsed;
    expect(parsed).toMatchObject({ message: { sentAt: "2026-09-14T01:15:30.000Z" } });
  });

  it("of Contact Lens, raw and redacted, is one message", () => {
    const name = "b0000000-0000-4000-8000-000000001022_analysis";
    const raw = read(`Analysis/Voice/${name}_2026-09-14T01:15:30Z.json`, contactLens)?.delivery;
    const redacted = read(`Analysis/Voice/Redacted/${name}_redacted_2026-09-14T01:15:30Z.json`, contactLens)?.delivery;
    expect([redacted?.conversation, redacted?.messageId]).toEqual([raw?.conversation, raw?.messageId]);
  });

  it.each([".write_access_check_file.temp", "transcripts/call-000051.wav", "transcripts/"])("is not %s", (key) => {
    expect(read(key, neutral)).toBeUndefined();
  });

  it.each`
    content                                | reason
    ${new TextEncoder().encode("no JSON")} | ${"expected {call: {id, ...}, transcript: {...}}"}
    ${Uint8Array.of(0x7b, 0xff, 0x7d)}     | ${"the body is not UTF-8"}
    ${{ language: "vi", turns: [] }}       | ${"no turns"}
    ${{ paragraphs: [] }}                  | ${"the transcript is not in a known form"}
  `("goes to quarantine when unreadable: $reason", ({ content, reason }) => {
    expect(read("transcripts/call-000056.json", content)?.parsed).toEqual({ kind: "unreadable", reason });
  });

  it("of an hour's call fits into the queue", () => {
    const turns = Array.from({ length: 9000 }, (_, index) => {
      return { speaker: "citizen", startMs: index * 400, text: `Cúp nước từ sáng, bữa thứ ${index}, nhà có con nhỏ.` };
    });
    const result = read("transcripts/call-000057.json", { language: "vi", turns });
    expect(result?.delivery.encoding).toBe("gzip-base64");
    expect(JSON.stringify(result?.delivery).length).toBeLessThan(1_000_000);
    expect(result?.parsed.kind).toBe("message");
  });
});
