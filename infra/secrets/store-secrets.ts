import { ParameterAlreadyExists, PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { ownSecretNames, parameterName, type SecretName, vendorSecretNames } from "./secret-names.ts";

export interface StoreSecretsOptions {
  readonly client: SSMClient;
  readonly stage: string;
  /** Vendors' secrets by name; one that is absent is left as it is. */
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly randomKey: () => string;
}

export type Stored = "written" | "made" | "kept" | "not given";

/**
 * Writes the secrets of a stage as SSM SecureStrings.
 *
 * Our own keys are made once and never overwritten: another pseudonym key would make every citizen a stranger, another
 * tracking key would break every link that was sent.
 */
export async function storeSecrets(options: StoreSecretsOptions): Promise<ReadonlyMap<SecretName, Stored>> {
  const stored = new Map<SecretName, Stored>();
  for (const name of ownSecretNames) stored.set(name, await makeOnce(name, options));
  for (const name of vendorSecretNames) {
    const value = options.given[name];
    if (value !== undefined) await put(name, value, true, options);
    stored.set(name, value === undefined ? "not given" : "written");
  }
  return stored;
}

async function makeOnce(name: SecretName, options: StoreSecretsOptions): Promise<Stored> {
  try {
    await put(name, options.given[name] ?? options.randomKey(), false, options);
    return "made";
  } catch (error) {
    if (error instanceof ParameterAlreadyExists) return "kept";
    throw error;
  }
}

async function put(name: SecretName, Value: string, Overwrite: boolean, { client, stage }: StoreSecretsOptions) {
  const Name = parameterName(stage, name);
  await client.send(new PutParameterCommand({ Name, Value, Type: "SecureString", Overwrite }));
}
