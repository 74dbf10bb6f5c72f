import * as z from "zod";
import { languageModelSettingsSchema } from "#language-model/language-model-settings";
import { dev, prod, type Stage } from "./stages.ts";

const contextSchema = z.object({
  stage: z.enum(["dev", "prod"], "expected dev or prod").default("dev"),
  region: z.string().min(1).optional(),
  /** The desk's issuer of tokens; without it a user pool is made. */
  issuer: z.url().optional(),
  audience: z.string().min(1).default("hotline1022-desk"),
  publicUrl: z.url().optional(),
  alarmEmail: z.email().optional(),
  emailDomain: z.string().min(1).optional(),
  emulated: z.stringbool().optional(),
  /** JSON of a language model's settings: which model, in which region. */
  languageModel: languageModelSettingsSchema.optional(),
  /** JSON of plain settings, such as vendors' base URLs. */
  settings: z
    .preprocess((value) => (typeof value === "string" ? JSON.parse(value) : value), z.record(z.string(), z.string()))
    .default({}),
});

const names = Object.keys(contextSchema.shape);

/** The stage that the CDK context asks for (`-c stage=prod -c issuer=https://...`), with what it overrides. */
export function stageOf(context: (name: string) => unknown): Stage {
  const given = contextSchema.parse(Object.fromEntries(names.map((name) => [name, context(name)])));
  const { stage, issuer, audience, settings, ...rest } = given;
  const base = stage === "prod" ? prod : dev;
  const overrides = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...base,
    ...overrides,
    ...(issuer === undefined ? {} : { staffLogin: { kind: "oidc", issuer, audience } }),
    settings: { ...base.settings, ...settings },
  };
}
