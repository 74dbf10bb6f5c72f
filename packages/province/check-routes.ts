import type { Draft } from "#province/draft";
import { doubledIds, unknownReference } from "#province/references";

const file = "routes.json";

/** Rules name what exists, and each category that 1022 handles itself has a rule. */
export function checkRoutes(draft: Draft): string[] {
  const { routes, categories } = draft.lists;
  const routed = new Set(routes.map(({ value }) => value.category));
  return [
    ...doubledIds("categories.json", categories, ({ code }) => code),
    ...categories
      .filter(({ value }) => value.redirect === undefined && !routed.has(value.code))
      .map(({ at, value }) => `categories.json ${at}: no rule for "${value.code}", expected one in ${file}`),
    ...routes.flatMap(({ at, value }) => [
      ...unknownReference(draft, "categories", { file, path: `${at}.category`, id: value.category }),
      ...unknownReference(draft, "agencies", {
        file,
        path: `${at}.to.agency`,
        id: "agency" in value.to ? value.to.agency : undefined,
      }),
      ...(value.areas ?? []).flatMap((id, index) =>
        unknownReference(draft, "areas", { file, path: `${at}.areas[${index}]`, id }),
      ),
      ...(value.supporting ?? []).flatMap((id, index) =>
        unknownReference(draft, "agencies", { file, path: `${at}.supporting[${index}]`, id }),
      ),
      ...(value.validTo !== undefined && value.validTo < value.validFrom
        ? [`${file} ${at}.validTo: before ${value.validFrom}, expected a day after it`]
        : []),
    ]),
  ];
}
