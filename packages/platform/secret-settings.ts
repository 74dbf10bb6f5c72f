import { awsCall } from "#platform/aws-call";
import { environment, inheritedEnvironment, type SettingForms, type Settings } from "#platform/environment";
import { lazily } from "#platform/lazily";

/** Values of SSM parameters by name; names that do not exist are left out. */
export type ReadParameters = (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Settings as `environment` reads them, of which some may be secrets.
 *
 * Deployed, `X_PARAMETER` names the SSM SecureString that holds `X`; it is fetched at the first call and kept as long
 * as the execution environment lives. On a laptop and in tests `X` itself is set and nothing is fetched.
 */
export function settings<S extends SettingForms>(
  forms: S,
  readParameters: ReadParameters = ssmParameters,
  variables: Readonly<Record<string, string | undefined>> = inheritedEnvironment(),
): () => Promise<Settings<S>> {
  return lazily(async () => {
    const parameterOf = new Map<string, string>();
    for (const name of Object.keys(forms)) {
      const parameter = variables[`${name}_PARAMETER`];
      if (variables[name] === undefined && parameter !== undefined) parameterOf.set(name, parameter);
    }
    const values = parameterOf.size === 0 ? new Map() : await readParameters([...parameterOf.values()]);
    const secrets = [...parameterOf].map(([name, parameter]) => [name, values.get(parameter)] as const);
    return environment(forms, { ...variables, ...Object.fromEntries(secrets) });
  });
}

/** SSM gives ten at once. */
const BATCH = 10;

async function ssmParameters(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, index) =>
    names.slice(index * BATCH, (index + 1) * BATCH),
  );
  const answers = await Promise.all(batches.map((Names) => getParameters(Names)));
  return new Map(answers.flat());
}

async function getParameters(Names: readonly string[]): Promise<(readonly [string, string])[]> {
  const operation = {
    service: "ssm",
    target: "AmazonSSM.GetParameters",
    contentType: "application/x-amz-json-1.1",
    input: { Names, WithDecryption: true },
  } as const;
  const answer = (await awsCall(operation, () => new Date())) as { Parameters?: { Name?: string; Value?: string }[] };
  return (answer.Parameters ?? []).flatMap(({ Name, Value }) =>
    Name === undefined || Value === undefined ? [] : [[Name, Value] as const],
  );
}
