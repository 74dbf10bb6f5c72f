import * as z from "zod";

const schema = z.strictObject(
  {
    /**
     * A foundation model of one region. Inference profiles ("apac...", "global...") are refused: their answers may come
     * from another country than the one that the province has chosen for its citizens' words.
     */
    modelId: z
      .string()
      .regex(
        /^(?!(?:apac|us|eu|jp|au|global|us-gov)\.)[a-z0-9-]+\.[a-z0-9.:-]+$/,
        "expected a foundation model's id such as amazon.nova-lite-v1:0",
      ),
    region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, "expected a region such as ap-southeast-1"),
    /** Which of our questions it is asked; another wording is another version. */
    promptVersion: z.enum(["1"]).default("1"),
    /** A call's ticket waits no longer than this for a better title; the function itself has a minute. */
    timeoutMs: z.number().int().min(500).max(20_000).default(8000),
  },
  'expected JSON such as {"modelId": "amazon.nova-lite-v1:0", "region": "ap-southeast-1"}',
);

/** Which language model writes the gist of calls, and how long it may take. */
export type LanguageModelSettings = z.output<typeof schema>;

/** The settings of a language model as they stand in the environment or on a command line: JSON. */
export const languageModelSettingsSchema = z.preprocess((given) => {
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}, schema);
