import { bedrockModel } from "#language-model/bedrock-model";
import type { LanguageModelSettings } from "#language-model/language-model-settings";
import { environment } from "#platform/environment";
import { logger, metrics } from "#platform/function-log";
import { settingOr, textSetting, urlSetting } from "#platform/setting";
import { callGist } from "./call-gist.ts";

const credentialForms = {
  AWS_ACCESS_KEY_ID: textSetting(),
  AWS_SECRET_ACCESS_KEY: textSetting(),
  AWS_SESSION_TOKEN: settingOr(textSetting(), undefined),
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: settingOr(urlSetting(), undefined),
};

/** The gist of a call by the language model that the settings name: wiring only. */
export function modelGist(settings: LanguageModelSettings): ReturnType<typeof callGist> {
  const env = environment(credentialForms);
  const ask = bedrockModel(settings, {
    fetch,
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
      sessionToken: env.AWS_SESSION_TOKEN,
    },
    endpoint: env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME,
    deadline: (timeoutMs) => AbortSignal.timeout(timeoutMs),
    now: () => new Date(),
  });
  return callGist({ ask, by: `${settings.modelId}, prompt ${settings.promptVersion}`, logger, metrics });
}
