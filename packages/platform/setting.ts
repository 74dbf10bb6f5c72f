import type { SettingForm } from "#platform/environment";

/** A setting's form without zod, for functions whose caller waits for their cold start. */
function formOf<T>(read: (value: unknown) => T | undefined, expected: string): SettingForm<T> {
  const validate = (given: unknown) => {
    const value = read(given);
    return value === undefined ? { issues: [{ message: expected }] } : { value };
  };
  return { "~standard": { version: 1, vendor: "hotline1022", validate } };
}

/** A text of which `fits` is true. */
export function textSetting(
  expected = "expected a text",
  fits = (text: string) => text.length > 0,
): SettingForm<string> {
  return formOf((value) => (typeof value === "string" && fits(value) ? value : undefined), expected);
}

/** A secret, too long to be guessed or to be left as an example. */
export function secretSetting(leastCharacters: number): SettingForm<string> {
  return textSetting(`expected at least ${leastCharacters} characters`, (text) => text.length >= leastCharacters);
}

/** An address of http or https. */
export function urlSetting(): SettingForm<string> {
  return textSetting(
    "expected a URL such as https://1022.example.vn",
    (text) => /^https?:/.test(text) && URL.canParse(text),
  );
}

/** A list, in the environment with commas between its entries. */
export function listSetting(
  expected: string,
  fits = (entry: string) => entry.length > 0,
): SettingForm<readonly string[]> {
  return formOf((value) => {
    const entries =
      typeof value === "string"
        ? value
            .split(",")
            .map((part) => part.trim())
            .filter(Boolean)
        : value;
    return Array.isArray(entries) && entries.every((entry) => typeof entry === "string" && fits(entry))
      ? entries
      : undefined;
  }, expected);
}

/** The same, with a value for where it is not set. */
export function settingOr<T, D>(form: SettingForm<T>, otherwise: D): SettingForm<T | D> {
  const { validate, ...rest } = form["~standard"];
  const orOtherwise = (value: unknown) => (value === undefined ? { value: otherwise } : validate(value));
  return { "~standard": { ...rest, validate: orOtherwise as SettingForm<T | D>["~standard"]["validate"] } };
}
