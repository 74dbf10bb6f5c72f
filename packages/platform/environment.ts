import * as z from "zod";

/** A setting is missing or malformed; the message names each one and what is expected, never its value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/**
 * Reads the settings a program needs, checked, at start.
 *
 * The only place that reads `process.env`: a wrong value stops the start and not the third message.
 */
export function environment<S extends z.ZodRawShape>(
  shape: S,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<z.ZodObject<S>> {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== "" && value !== undefined),
  );
  const read = z.object(shape).safeParse(given);
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return name in given ? `${name}: ${message}` : `${name} is missing: ${message}`;
  });
  throw new EnvironmentError(`The environment is not complete.\n  ${lines.join("\n  ")}`);
}

/** All variables as they are, for handing them on to a child process. */
export function inheritedEnvironment(): Record<string, string | undefined> {
  return { ...process.env };
}
