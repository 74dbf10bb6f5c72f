import { describe, expect, it } from "vitest";
import { devSettings } from "#local/dev-settings";
import { durationMs } from "#local/duration-ms";
import { functionsSettings } from "#local/functions-settings";
import { localSecretsWith } from "#local/local-secrets";

describe("the settings of npm run dev", () => {
  it("have defaults that need no environment", () => {
    expect(devSettings({})).toMatchObject({ PORT: 8022, DATA_DIR: ".local", SWEEP_EVERY: "PT5S" });
    expect(devSettings({}).PROVINCE).toMatch(/^\/.*packages\/province\/dong-thap$/);
  });

  it.each`
    name                  | value                | expected
    ${"PORT"}             | ${"eighty"}          | ${"expected a port"}
    ${"PORT"}             | ${"70000"}           | ${"between 1 and 65535"}
    ${"PORT"}             | ${"0"}               | ${"between 1 and 65535"}
    ${"SWEEP_EVERY"}      | ${"5s"}              | ${"expected an ISO-8601 duration"}
    ${"SWEEP_EVERY"}      | ${"PT0S"}            | ${"more than no time"}
    ${"PROVINCE"}         | ${"no/such/folder"}  | ${"folder with a province's files"}
    ${"PROVINCE"}         | ${"package.json"}    | ${"folder with a province's files"}
    ${"AWS_ENDPOINT_URL"} | ${"localhost"}       | ${"expected a URL such as"}
    ${"AWS_ENDPOINT_URL"} | ${"ftp://localhost"} | ${"expected a URL such as"}
  `("refuse $name=$value by its name and say what is expected", ({ name, value, expected }) => {
    expect(() => devSettings({ [name]: value })).toThrow(new RegExp(`${name}: .*${expected}`));
  });
});

it.each`
  text         | ms
  ${"PT5S"}    | ${5000}
  ${"PT0.5S"}  | ${500}
  ${"PT1M30S"} | ${90_000}
  ${"P1DT2H"}  | ${93_600_000}
  ${"P2W"}     | ${1_209_600_000}
`("$text is $ms milliseconds", ({ text, ms }) => {
  expect(durationMs(text)).toBe(ms);
});

describe("what the functions find in their environment", () => {
  const address = (name: string) => ({ url: `http://q/${name}`, arn: name, deadLetters: { url: "d", arn: "d" } });
  const addresses = {
    dynamodb: "http://d",
    queues: "http://q",
    vendors: "http://v",
    streamArn: "arn",
    queue: { inbound: address("inbound"), "sla-due": address("sla-due"), outbound: address("outbound") },
  };
  const found = (variables: Record<string, string>) =>
    functionsSettings(devSettings({}), localSecretsWith(variables), addresses, "/tmp/x", variables);

  it("is a person's own secret or vendor address where one is given, and the vendor double's where not", () => {
    const variables = { ESMS_API_KEY: "mine", ZALO_API_URL: "https://openapi.zalo.me", ESMS_CPID: "" };
    expect(found(variables)).toMatchObject({
      ESMS_API_KEY: "mine",
      ESMS_CPID: "DT1022CP",
      ZALO_API_URL: "https://openapi.zalo.me",
      ESMS_API_URL: "http://v/esms",
    });
  });

  it("is never the way to a person's real AWS account", () => {
    const settings = found({
      AWS_PROFILE: "production",
      AWS_ACCESS_KEY_ID: "AKIAREAL",
      AWS_SECRET_ACCESS_KEY: "real",
      AWS_SESSION_TOKEN: "real",
      AWS_ENDPOINT_URL: "http://elsewhere",
    });
    expect(settings).toMatchObject({ AWS_ACCESS_KEY_ID: "local", AWS_ENDPOINT_URL_DYNAMODB: "http://d" });
    expect(JSON.stringify(settings)).not.toMatch(/real|AKIAREAL|production|elsewhere/);
  });
});
