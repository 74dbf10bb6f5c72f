import type * as z from "zod";

type Issue = z.core.$ZodIssue;

/** `policies[0].allowances.resolve.normal`: the place as people who edit JSON count it, the first being 0. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/**
 * One line for each thing wrong with a file: `<file> <path>: what is wrong, expected what`.
 *
 * Where several forms are allowed and none fits, it speaks of the form that came closest.
 */
export function describeIssues(file: string, issues: readonly Issue[]): string[] {
  return issues.flatMap((issue) => describe(file, issue, []));
}

function describe(file: string, issue: Issue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path];
  const closest = issue.code === "invalid_union" ? closestBranch(issue.errors) : undefined;
  if (closest !== undefined) return closest.flatMap((inner) => describe(file, inner, path));
  return [`${file} ${pathText(path)}: ${issue.message}`.replace(" :", ":")];
}

/** The branch of which only inner parts are wrong was meant; if none is, the union's own message is the clearest. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) => issues.length > 0 && issues.every(isInside));
}

function isInside(issue: Issue): boolean {
  if (issue.path.length > 0) return true;
  return issue.code === "invalid_union" && closestBranch(issue.errors) !== undefined;
}
