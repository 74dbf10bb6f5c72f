import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFunctions } from "../../infra/build/build-functions.ts";
import { ownSecretNames, parameterName, vendorSecretNames } from "../../infra/secrets/secret-names.ts";
import { storeSecrets } from "../../infra/secrets/store-secrets.ts";
import { localSecrets } from "../../packages/local/local-secrets.ts";
import { cloud } from "./cloud.ts";
import { apiCall, type Deployed } from "./deployed.ts";
import { type Deployment, deployment } from "./deployment.ts";
import { DESK_AUDIENCE, deskIssuer } from "./desk-issuer.ts";
import { type Emulator, emulator } from "./emulator.ts";
import { aFileLands } from "./journeys/a-file-lands.ts";
import { channelsBecomeTickets } from "./journeys/channels-become-tickets.ts";
import { clocksRing } from "./journeys/clocks-ring.ts";
import { logsKeepSecrets } from "./journeys/logs-keep-secrets.ts";
import { nothingIsLost } from "./journeys/nothing-is-lost.ts";
import { strangersStayOut } from "./journeys/strangers-stay-out.ts";
import { shortProvince } from "./short-province.ts";
import { steps as printedSteps, type Steps } from "./steps.ts";
import { type Vendors, vendors as vendorDouble } from "./vendors.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const allSecretNames = [...ownSecretNames, ...vendorSecretNames];
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run test:stack`: the CDK stack on an emulator of AWS, driven from outside as citizens and vendors would. */
async function testStack(): Promise<number> {
  const startedAt = performance.now();
  const steps = printedSteps();
  const aws = await steps.step("an AWS is here", () => emulator(root));
  write(`       ${aws.description}`);
  try {
    await onEmulator(aws, steps);
  } catch (error) {
    if (steps.failed.length === 0) throw error;
    write(aws.log());
  } finally {
    await aws.stop();
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  write(
    steps.failed.length === 0 ? `\nAll held, in ${seconds} s.` : `\n${steps.failed.length} failed, in ${seconds} s.`,
  );
  return steps.failed.length === 0 ? 0 : 1;
}

async function onEmulator(aws: Emulator, steps: Steps): Promise<void> {
  const stack = deployment(root, aws);
  const bundles = mkdtempSync(join(tmpdir(), "hotline-bundles-"));
  const [vendors, issuer] = await Promise.all([vendorDouble(), deskIssuer()]);
  try {
    const deployed = await deploy({ aws, steps, stack, bundles, vendors, issuer });
    await journeys(deployed);
  } finally {
    vendors.close();
    issuer.close();
    if (!aws.isOurs) await cloud(aws).forgetSecrets(allSecretNames.map((name) => parameterName("dev", name)));
    await stack.destroy();
    rmSync(bundles, { recursive: true });
  }
}

interface Parts {
  readonly aws: Emulator;
  readonly steps: Steps;
  readonly stack: Deployment;
  /** A folder apart from `dist/`: nobody shall deploy this province by mistake. */
  readonly bundles: string;
  readonly vendors: Vendors;
  readonly issuer: Deployed["issuer"];
}

async function deploy({ aws, steps, stack, bundles, vendors, issuer }: Parts): Promise<Deployed> {
  const operator = cloud(aws);
  await steps.step("the bundles are built, with a province whose promises last seconds", () =>
    buildFunctions(root, shortProvince(root, bundles, "PT40S"), bundles),
  );
  await steps.step("the secrets are stored", () =>
    storeSecrets({
      client: operator.ssm,
      stage: "dev",
      given: localSecrets,
      randomKey: () => randomBytes(32).toString("base64url"),
    }),
  );
  await steps.step("the account is bootstrapped", stack.bootstrap);
  const addresses = await steps.step("the stack is deployed", () =>
    stack.deploy({
      issuer: issuer.url,
      audience: DESK_AUDIENCE,
      emulated: "true",
      bundles,
      emailDomain: "hotline1022.example",
      settings: JSON.stringify({ ...vendors.settings, DIGEST_EVERY: "PT1S" }),
    }),
  );
  const call = apiCall(addresses.Url, aws.endpoint);
  return { addresses, cloud: operator, issuer, vendors, steps, personal: new Set(), call };
}

async function journeys(deployed: Deployed): Promise<void> {
  await strangersStayOut(deployed);
  const tickets = await channelsBecomeTickets(deployed);
  await aFileLands(deployed);
  const zalo = tickets.get("zalo");
  if (zalo !== undefined) await clocksRing(deployed, zalo);
  await nothingIsLost(deployed);
  await logsKeepSecrets(deployed);
}

process.exitCode = await testStack();
