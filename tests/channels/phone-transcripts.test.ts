import { describe, expect, it } from "vitest";
import { readTranscript } from "#channels/phone/transcripts/read-transcript";
import { speakerRoles } from "#channels/phone/transcripts/speaker-roles";
import { turnsOfWords } from "#channels/phone/transcripts/spoken-words";
import { keepsTheAdapterContract } from "./adapter-contract.ts";
import { channelSamples } from "./channel-samples.ts";
import { phoneAdapter, phoneSettings, signStandardWebhook } from "./phone-settings.ts";

const adapter = phoneAdapter("phone/transcripts");
keepsTheAdapterContract(adapter, "phone/transcripts", signStandardWebhook(phoneSettings.secret));

describe("who speaks", () => {
  const said = (voice: string | undefined, text: string) => ({ voice, text });
  it.each`
    case                                              | turns                                                                                             | roles
    ${"the voice that says xin nghe is the agent"}    | ${[said("0", "Tổng đài 1022 xin nghe."), said("1", "Cúp nước.")]}                                 | ${["agent", "citizen"]}
    ${"a greeting with xin chào counts"}              | ${[said("0", "1022 Đồng Tháp xin chào quý khách"), said("1", "Cúp nước.")]}                       | ${["agent", "citizen"]}
    ${"a greeting without diacritics counts"}         | ${[said("0", "tong dai mot khong hai hai xin nghe a"), said("1", "cup nuoc")]}                    | ${["agent", "citizen"]}
    ${"the citizen's a lô may come first"}            | ${[said("1", "A lô."), said("0", "Xin nghe ạ."), said("1", "Cúp nước.")]}                         | ${["citizen", "agent", "citizen"]}
    ${"a citizen who greets the hotline is no agent"} | ${[said("0", "Xin chào tổng đài 1022, nhà tôi cúp nước."), said("1", "Dạ.")]}                     | ${["unknown", "unknown"]}
    ${"xin nghe late in the call is no greeting"}     | ${["Cúp nước.", "Dạ.", "Ừ.", "Dạ.", "Tôi xin nghe."].map((text, i) => said(String(i % 2), text))} | ${["unknown", "unknown", "unknown", "unknown", "unknown"]}
    ${"with a third voice only the agent is sure"}    | ${[said("0", "Tổng đài xin nghe."), said("1", "A lô."), said("2", "Cúp nước.")]}                  | ${["agent", "unknown", "unknown"]}
    ${"one voice alone is both sides mixed"}          | ${[said("0", "Tổng đài xin nghe ạ."), said("0", "Cúp nước từ sáng.")]}                            | ${["agent", "unknown"]}
    ${"a greeting mixed with the matter stays mixed"} | ${[said(undefined, "Tổng đài xin nghe ạ, cúp nước từ sáng.")]}                                    | ${["unknown"]}
    ${"a turn without a voice is unknown"}            | ${[said("0", "Tổng đài xin nghe."), said("1", "A lô."), said(undefined, "Cúp nước.")]}            | ${["agent", "citizen", "unknown"]}
  `("is guessed by rule: $case", ({ turns, roles }) => {
    expect(speakerRoles(turns)).toEqual(roles);
  });

  it("is what the recogniser knows, never a guess against it", () => {
    const turns = [{ speaker: "citizen", text: "Tổng đài xin nghe." } as const];
    expect(speakerRoles(turns)).toEqual(["citizen"]);
  });

  it("is looked for at once in a turn of a megabyte", () => {
    const text = `${"tổng đài ".repeat(100_000)}xin`;
    expect(speakerRoles([said("0", text), said("1", "A lô.")])).toEqual(["unknown", "unknown"]);
  });
});

describe("words become turns", () => {
  const word = (text: string, startMs: number, voice = "0") => ({ text, startMs, endMs: startMs + 200, voice });
  it.each`
    rule                                         | words                                                               | texts
    ${"of one breath together"}                  | ${[word("cúp", 0), word("nước", 300)]}                              | ${["cúp nước"]}
    ${"apart at a change of voice"}              | ${[word("cúp", 0), word("dạ", 300, "1")]}                           | ${["cúp", "dạ"]}
    ${"apart at a pause of a second"}            | ${[word("cúp", 0), word("nước", 1200)]}                             | ${["cúp", "nước"]}
    ${"together at a pause of less"}             | ${[word("cúp", 0), word("nước", 1199)]}                             | ${["cúp nước"]}
    ${"with marks at the word before"}           | ${[word("cúp", 0), { text: ",", isMark: true }, word("nước", 300)]} | ${["cúp, nước"]}
    ${"with a mark at the beginning on its own"} | ${[{ text: ".", isMark: true, voice: "0" }, word("cúp", 0)]}        | ${[".", "cúp"]}
    ${"without times by their voices"}           | ${[{ text: "cúp", voice: "0" }, { text: "nước", voice: "0" }]}      | ${["cúp nước"]}
  `("$rule", ({ words, texts }) => {
    expect(turnsOfWords(words).map(({ text }) => text)).toEqual(texts);
  });
});

describe("a transcript", () => {
  const textsOf = (json: unknown) => {
    const reading = readTranscript(json);
    return reading.kind === "transcript"
      ? reading.transcript.turns.map(({ speaker, text }) => [speaker, text])
      : reading;
  };

  it("of Google in which only some words tell their voice keeps every word", () => {
    const words = [{ word: "tổng", startTime: "0.1s", endTime: "0.4s", speakerTag: 1 }];
    const first = { alternatives: [{ transcript: "tổng đài nghe máy", words }] };
    const second = { alternatives: [{ transcript: " cầu sập một bên" }] };
    expect(textsOf({ results: [first, second] })).toEqual([
      ["unknown", "tổng đài nghe máy"],
      ["unknown", "cầu sập một bên"],
    ]);
  });

  it("of whisper.cpp leaves open whose words it could not tell", () => {
    const segment = (speaker: string, text: string) => ({ speaker, text, offsets: { from: 0, to: 1 } });
    const transcription = [segment("0", "Tổng đài xin nghe."), segment("?", "Dạ."), segment("1", "Cầu sập.")];
    expect(textsOf({ transcription })).toEqual([
      ["agent", "Tổng đài xin nghe."],
      ["unknown", "Dạ."],
      ["citizen", "Cầu sập."],
    ]);
  });

  it.each([
    null,
    7,
    "turns",
    [],
    {},
    { turns: "x" },
    { results: {} },
    { segments: [] },
    { transcription: {} },
    { hypotheses: [] },
  ])("is unreadable, not fatal, when it is %j", (json) => {
    expect(readTranscript(json).kind).toBe("unreadable");
  });

  it("that comes twice is one message, in whatever form", () => {
    const identities = channelSamples("phone/transcripts")
      .filter(({ name }) => name === "transcribe-basic.json" || name === "transcribe-audio-segments.json")
      .map(({ request }) => {
        const body = new TextDecoder().decode(request.body).replace(/call-0000\d\d/, "call-000099");
        return adapter.identify({ ...request, body: new TextEncoder().encode(body) });
      });
    expect(identities).toHaveLength(2);
    expect(identities[0]).toEqual(identities[1]);
  });
});
