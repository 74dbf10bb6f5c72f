import type { Province } from "#contracts/configuration/province";
import { checkAgencies } from "#province/check-agencies";
import { checkCalendars } from "#province/check-calendars";
import { checkPolicies } from "#province/check-policies";
import { checkRoutes } from "#province/check-routes";
import { checkStaff } from "#province/check-staff";
import { checkTemplates } from "#province/check-templates";
import { type Draft, draftOf, fileOf } from "#province/draft";
import { ProvinceError } from "#province/province-error";
import { type PartName, partNames } from "#province/province-files";

const checks: readonly ((draft: Draft) => string[])[] = [
  checkAgencies,
  checkRoutes,
  checkStaff,
  checkTemplates,
  checkCalendars,
  checkPolicies,
];

/**
 * A province from what its files say, or one error with every mistake in them: each part by its own form, then all
 * parts against each other. `unreadable` are mistakes found before, such as a file that is not JSON.
 */
export function checkProvince(
  raw: Readonly<Partial<Record<PartName, unknown>>>,
  unreadable: readonly string[] = [],
): Province {
  const missing = partNames.filter(
    (part) => raw[part] === undefined && !unreadable.some((line) => line.startsWith(`${fileOf(part)}:`)),
  );
  const draft = draftOf(raw);
  const mistakes = [
    ...unreadable,
    ...missing.map((part) => `${fileOf(part)}: is missing, expected it in the province's folder`),
    ...draft.mistakes,
    ...checks.flatMap((check) => check(draft)),
  ];
  if (mistakes.length > 0) throw new ProvinceError(mistakes);
  const lists = Object.entries(draft.lists).map(([part, entries]) => [part, entries.map(({ value }) => value)]);
  return { ...draft.single, ...Object.fromEntries(lists) } as Province;
}
