import { describe, expect, it } from "vitest";
import { bedrockModel } from "#language-model/bedrock-model";
import { languageModelSettingsSchema } from "#language-model/language-model-settings";
import { doubledVendors, now } from "../local/doubled-vendors.ts";

const settings = languageModelSettingsSchema.parse('{"modelId":"amazon.nova-lite-v1:0","region":"ap-southeast-1"}');
const call = "Tổng đài: dạ 1022 nghe\nNgười dân: ổ gà lớn trước chợ";

function modelWith(fetch: typeof globalThis.fetch, deadline = (_timeoutMs: number) => new AbortController().signal) {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-a-secret", sessionToken: "session" };
  return bedrockModel(settings, { fetch, credentials, deadline, now });
}

/** The double in Bedrock's place, and what it was asked. */
function bedrock() {
  const { app } = doubledVendors();
  const asked: Request[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    asked.push(request.clone());
    const { pathname } = new URL(request.url);
    return app.request(`/bedrock${pathname}`, { method: "POST", body: await request.text(), headers: request.headers });
  };
  return { ask: modelWith(fetch), asked, app };
}

const answering = (body: unknown, status = 200) => modelWith(async () => Response.json(body, { status }));
const saying = (text: string, stopReason = "end_turn") =>
  answering({ output: { message: { role: "assistant", content: [{ text }] } }, stopReason });

describe("a model behind Converse", () => {
  it("is asked in the vendor's form, signed, at the address of its own region", async () => {
    const { ask, asked } = bedrock();
    expect(await ask(call)).toEqual({
      title: "Mô hình: ổ gà lớn trước chợ",
      summary: ["Mô hình: ổ gà lớn trước chợ"],
    });
    const [request] = asked;
    expect(request?.url).toBe(
      "https://bedrock-runtime.ap-southeast-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/converse",
    );
    expect(request?.headers.get("x-amz-security-token")).toBe("session");
    expect(await request?.json()).toMatchObject({
      messages: [{ role: "user", content: [{ text: `<call>\n${call}\n</call>` }] }],
      inferenceConfig: { temperature: 0 },
    });
  });

  it("takes JSON in a fence as JSON", async () => {
    const gist = { title: "Ổ gà trước chợ", summary: ["Ổ gà lớn", "Nơi xảy ra: trước chợ"] };
    expect(await saying(`\`\`\`json\n${JSON.stringify(gist)}\n\`\`\``)(call)).toEqual(gist);
  });

  it.each([
    ["words", "Người dân báo ổ gà"],
    ["another form", '{"title":"Ổ gà"}'],
    ["a title that is too long", JSON.stringify({ title: "a".repeat(101), summary: ["Ổ gà"] })],
    ["four lines", JSON.stringify({ title: "Ổ gà", summary: ["1", "2", "3", "4"] })],
    ["an empty title", JSON.stringify({ title: " ", summary: ["Ổ gà"] })],
  ])("refuses %s, without repeating it", async (_, text) => {
    await expect(saying(text)(call)).rejects.toThrow(/^expected a title of 100 characters and at most three lines$/);
  });

  it("refuses an answer that was cut off", async () => {
    await expect(saying('{"title":"Ổ gà","summary":["Ổ gà"]}', "max_tokens")(call)).rejects.toThrow("not finished");
  });

  it("fails by status where Bedrock refuses or is broken, without its words", async () => {
    const refused = { message: `may not: ${call}` };
    await expect(answering(refused, 403)(call)).rejects.toThrow(/^amazon\.nova-lite-v1:0 answered 403$/);
  });

  it("is given up when its time is over", async () => {
    const time = new AbortController();
    const allowed: number[] = [];
    const ask = modelWith(
      (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", reject)),
      (timeoutMs) => {
        allowed.push(timeoutMs);
        return time.signal;
      },
    );
    const asked = ask(call);
    time.abort();
    await expect(asked).rejects.toBeDefined();
    expect(allowed).toEqual([8000]);
  });
});

describe("the settings of a model", () => {
  it.each([
    [
      "an inference profile, which may answer from another country",
      { modelId: "apac.amazon.nova-lite-v1:0", region: "ap-southeast-1" },
    ],
    ["a region that is none", { modelId: "amazon.nova-lite-v1:0", region: "Singapore" }],
    ["a name that nobody knows", { modelId: "amazon.nova-lite-v1:0", region: "ap-southeast-1", temperature: 1 }],
    [
      "a time that would hold a call for minutes",
      { modelId: "amazon.nova-lite-v1:0", region: "ap-southeast-1", timeoutMs: 120_000 },
    ],
  ])("refuse %s", (_, given) => {
    expect(languageModelSettingsSchema.safeParse(JSON.stringify(given)).success).toBe(false);
  });

  it("say what is expected where they are no JSON", () => {
    expect(() => languageModelSettingsSchema.parse("on")).toThrow(/modelId/);
  });
});

describe("the double of Bedrock", () => {
  it("refuses a call that is not signed for Bedrock, and one in another form", async () => {
    const { post } = doubledVendors();
    const path = "/bedrock/model/amazon.nova-lite-v1%3A0/converse";
    const question = { messages: [{ role: "user", content: [{ text: call }] }] };
    expect((await post(path, question)).status).toBe(403);
    const authorization = `AWS4-HMAC-SHA256 Credential=a/20260914/ap-southeast-1/bedrock/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`;
    expect((await post(path, question, { authorization })).status).toBe(200);
    expect((await post(path, { ...question, prompt: "x" }, { authorization })).status).toBe(400);
  });
});
