import { expect, it } from "vitest";
import { stageOf } from "../../infra/stage-of.ts";
import { dev, prod } from "../../infra/stages.ts";

const from = (context: Record<string, unknown>) => stageOf((name) => context[name]);

it("deploys the small stage when nobody says which", () => {
  expect(from({})).toEqual(dev);
});

it("lets the command line name the issuer and a vendor's address, and keeps the rest of the stage", () => {
  const stage = from({ stage: "prod", issuer: "https://login.example/desk", settings: '{"ESMS_API_URL":"https://x"}' });
  expect(stage).toEqual({
    ...prod,
    staffLogin: { kind: "oidc", issuer: "https://login.example/desk", audience: "hotline1022-desk" },
    settings: { ...prod.settings, ESMS_API_URL: "https://x" },
  });
});

it("refuses a stage that nobody has described", () => {
  expect(() => from({ stage: "production" })).toThrow("expected dev or prod");
});
