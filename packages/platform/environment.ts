/**
 * The form of one setting: any validator that speaks Standard Schema (standardschema.dev), so that zod's serve here and
 * a function that must start fast can do without zod.
 */
export interface SettingForm<T = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SettingReading<T> | Promise<SettingReading<T>>;
  };
}
type SettingReading<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

export type SettingForms = Readonly<Record<string, SettingForm>>;
export type Settings<S extends SettingForms> = {
  readonly [Name in keyof S]: S[Name] extends SettingForm<infer T> ? T : never;
};

/** A setting is missing or malformed; the message names each one and what is expected, never its value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/**
 * Reads the settings a program needs, checked, at start.
 *
 * The only place that reads `process.env`: a wrong value stops the start and not the third message.
 */
export function environment<S extends SettingForms>(
  forms: S,
  variables: Readonly<Record<string, unknown>> = process.env,
): Settings<S> {
  const wrong: string[] = [];
  const read = Object.entries(forms).map(([name, form]) => {
    const given = variables[name] === "" ? undefined : variables[name];
    const reading = form["~standard"].validate(given);
    if (reading instanceof Promise) throw new TypeError(`${name}: a setting must be readable without waiting`);
    if (reading.issues === undefined) return [name, reading.value];
    const lead = given === undefined ? `${name} is missing` : name;
    wrong.push(...reading.issues.map(({ message }) => `${lead}: ${message}`));
    return [name, undefined];
  });
  if (wrong.length > 0) throw new EnvironmentError(`The environment is not complete.\n  ${wrong.join("\n  ")}`);
  return Object.fromEntries(read) as Settings<S>;
}

/** All variables as they are, for handing them on to a child process. */
export function inheritedEnvironment(): Record<string, string | undefined> {
  return { ...process.env };
}
