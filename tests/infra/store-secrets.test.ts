import { ParameterAlreadyExists, type PutParameterCommandInput, SSMClient } from "@aws-sdk/client-ssm";
import { expect, it } from "vitest";
import { storeSecrets } from "../../infra/secrets/store-secrets.ts";

/** An SSM that answers from memory, put in where the SDK would go to the network. */
function parameterStore() {
  const values = new Map<string, string>();
  const client = new SSMClient({ region: "ap-southeast-1", credentials: { accessKeyId: "x", secretAccessKey: "x" } });
  client.middlewareStack.add(
    () => async (call) => {
      const { Name = "", Value = "", Overwrite } = call.input as PutParameterCommandInput;
      if (values.has(Name) && Overwrite !== true) throw new ParameterAlreadyExists({ message: "", $metadata: {} });
      values.set(Name, Value);
      return { output: { $metadata: {} }, response: undefined };
    },
    { step: "initialize" },
  );
  return { client, values };
}

it("makes our own keys once and never again, so that citizens stay who they are", async () => {
  const { client, values } = parameterStore();
  await storeSecrets({ client, stage: "dev", given: {}, randomKey: () => "first" });
  const again = await storeSecrets({ client, stage: "dev", given: {}, randomKey: () => "second" });
  expect(values.get("/hotline1022/dev/PSEUDONYM_KEY")).toBe("first");
  expect(again.get("PSEUDONYM_KEY")).toBe("kept");
});

it("writes a vendor's secret when it is given and touches none that is not", async () => {
  const { client, values } = parameterStore();
  await storeSecrets({ client, stage: "dev", given: { VCOM_SECRET: "old" }, randomKey: () => "key" });
  await storeSecrets({ client, stage: "dev", given: { VCOM_SECRET: "new" }, randomKey: () => "key" });
  expect(values.get("/hotline1022/dev/VCOM_SECRET")).toBe("new");
  expect(values.has("/hotline1022/dev/TWILIO_AUTH_TOKEN")).toBe(false);
});
