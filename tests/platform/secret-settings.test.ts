import { expect, it } from "vitest";
import * as z from "zod";
import { EnvironmentError } from "#platform/environment";
import { settings } from "#platform/secret-settings";

const shape = { TICKET_TABLE: z.string(), TRACKING_KEY: z.string().min(8), CURSOR_KEY: z.string().min(8).optional() };
const deployed = { TICKET_TABLE: "tickets", TRACKING_KEY_PARAMETER: "/hotline1022/dev/TRACKING_KEY" };

function parametersHolding(values: Record<string, string>) {
  const asked: string[][] = [];
  return {
    asked,
    read: async (names: readonly string[]) => {
      asked.push([...names]);
      return new Map(Object.entries(values).filter(([name]) => names.includes(name)));
    },
  };
}

it("fetches a secret under the parameter name that stands in its place, once", async () => {
  const { asked, read } = parametersHolding({ "/hotline1022/dev/TRACKING_KEY": "a-long-key" });
  const ready = settings(shape, read, deployed);
  expect(asked).toEqual([]);
  await ready();
  expect(await ready()).toEqual({ TICKET_TABLE: "tickets", TRACKING_KEY: "a-long-key" });
  expect(asked).toEqual([["/hotline1022/dev/TRACKING_KEY"]]);
});

it("asks nobody when every value stands in the environment itself, as on a laptop", async () => {
  const { asked, read } = parametersHolding({});
  const ready = settings(shape, read, { ...deployed, TRACKING_KEY: "a-local-key" });
  expect((await ready()).TRACKING_KEY).toBe("a-local-key");
  expect(asked).toEqual([]);
});

it("names the setting whose parameter does not exist", async () => {
  const ready = settings(shape, parametersHolding({}).read, deployed);
  await expect(ready()).rejects.toThrow(EnvironmentError);
  await expect(ready()).rejects.toThrow("TRACKING_KEY is missing");
});

it("tries again after the parameter store did not answer", async () => {
  const { read } = parametersHolding({ "/hotline1022/dev/TRACKING_KEY": "a-long-key" });
  let answers = false;
  const ready = settings(shape, (names) => (answers ? read(names) : Promise.reject(new Error("silence"))), deployed);
  await expect(ready()).rejects.toThrow("silence");
  answers = true;
  expect((await ready()).TRACKING_KEY).toBe("a-long-key");
});
