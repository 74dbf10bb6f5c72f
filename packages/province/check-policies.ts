import { clockNameSchema } from "#contracts/clock";
import type { PoliciesFile, Policy } from "#contracts/configuration/policy";
import type { Draft } from "#province/draft";
import { unknownReference } from "#province/references";

const file = "policies.json";
const clockNames: readonly string[] = [...clockNameSchema.options, "default"];

/** Policies in force exist and follow in time; warnings ascend; ladders exist; what is exempt is a category. */
export function checkPolicies(draft: Draft): string[] {
  const given = draft.single.policies;
  if (given === undefined) return [];
  return [
    ...twice("policies", given.policies),
    ...twice("ladders", given.ladders),
    ...inForceMistakes(given),
    ...given.policies.flatMap((policy, index) => [
      ...warningMistakes(policy, `policies[${index}].warnings`),
      ...ladderMistakes(policy, `policies[${index}]`, given),
      ...exemptMistakes(policy, `policies[${index}].exempt`, draft),
    ]),
  ];
}

function exemptMistakes({ exempt = [] }: Policy, path: string, draft: Draft): string[] {
  return exempt.flatMap(({ category }, index) =>
    unknownReference(draft, "categories", { file, path: `${path}[${index}].category`, id: category }),
  );
}

function twice(path: string, rows: readonly { readonly id: string }[]): string[] {
  const ids = rows.map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `${file} ${path}: "${id}" is there twice, expected it once`);
}

function inForceMistakes({ inForce, policies }: PoliciesFile): string[] {
  const ids = policies.map(({ id }) => id);
  return inForce.flatMap(({ from, policy }, index) => [
    ...(ids.includes(policy)
      ? []
      : [`${file} inForce[${index}].policy: unknown policy "${policy}", expected one of ${ids.join(", ")}`]),
    ...(from > (inForce[index - 1]?.from ?? "")
      ? []
      : [`${file} inForce[${index}].from: not after the one before, expected dates in ascending order`]),
  ]);
}

function warningMistakes({ warnings }: Policy, path: string): string[] {
  return Object.entries(warnings).flatMap(([clock, tells]) => [
    ...unknownClock(clock, path),
    ...tells.flatMap(({ at }, index) =>
      at > (tells[index - 1]?.at ?? 0)
        ? []
        : [`${file} ${path}.${clock}[${index}].at: not after the one before, expected ascending fractions`],
    ),
  ]);
}

function ladderMistakes({ ladders, emergencyLadder }: Policy, path: string, given: PoliciesFile): string[] {
  const ids = given.ladders.map(({ id }) => id);
  const unknown = (ladder: string, place: string): string[] =>
    ids.includes(ladder) ? [] : [`${file} ${place}: unknown ladder "${ladder}", expected one of ${ids.join(", ")}`];
  return [
    ...Object.entries(ladders).flatMap(([clock, ladder]) => [
      ...unknownClock(clock, `${path}.ladders`),
      ...unknown(ladder, `${path}.ladders.${clock}`),
    ]),
    ...(emergencyLadder === undefined ? [] : unknown(emergencyLadder, `${path}.emergencyLadder`)),
  ];
}

function unknownClock(clock: string, path: string): string[] {
  if (clockNames.includes(clock)) return [];
  return [`${file} ${path}.${clock}: unknown clock "${clock}", expected one of ${clockNames.join(", ")}`];
}
