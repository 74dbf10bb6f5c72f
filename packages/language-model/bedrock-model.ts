import { type AwsCredentials, signatureV4 } from "#platform/signature-v4";
import { gistAnswer } from "./gist-answer.ts";
import { gistQuestion } from "./gist-question.ts";
import type { LanguageModel } from "./language-model.ts";
import type { LanguageModelSettings } from "./language-model-settings.ts";

export interface BedrockDependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly credentials: AwsCredentials;
  /** Another address of the service: an emulator's, or a private endpoint's. */
  readonly endpoint?: string | undefined;
  /** Ends the call when the time is up. */
  readonly deadline: (timeoutMs: number) => AbortSignal;
  readonly now: () => Date;
}

/** Bedrock refused or failed; only how, for its words may quote the question. */
class BedrockError extends Error {
  override readonly name = "BedrockError";
  readonly isSafeToLog = true;
}

/**
 * A model behind Amazon Bedrock's Converse: one signed call, never repeated, ended by the deadline.
 *
 * Signed by hand like the queue's call (decision 17): a cold start without a language model pays nothing for it.
 */
export function bedrockModel(settings: LanguageModelSettings, dependencies: BedrockDependencies): LanguageModel {
  const { modelId, region, timeoutMs } = settings;
  const {
    fetch,
    credentials,
    endpoint = `https://bedrock-runtime.${region}.amazonaws.com`,
    deadline,
    now,
  } = dependencies;
  const url = new URL(`${endpoint}/model/${encodeURIComponent(modelId)}/converse`);
  return async (masked) => {
    const body = JSON.stringify(gistQuestion(masked, settings));
    const headers = {
      "content-type": "application/json",
      "x-amz-date": now()
        .toISOString()
        .replace(/[-:]|\.\d+/g, ""),
      ...(credentials.sessionToken === undefined ? {} : { "x-amz-security-token": credentials.sessionToken }),
    };
    const signed = { service: "bedrock", region, path: url.pathname, body, headers: { ...headers, host: url.host } };
    const authorization = signatureV4(signed, credentials);
    const request = { method: "POST", headers: { ...headers, authorization }, body, signal: deadline(timeoutMs) };
    const answer = await fetch(url, request);
    if (!answer.ok) throw new BedrockError(`${modelId} answered ${answer.status}`);
    return gistAnswer(await answer.json());
  };
}
