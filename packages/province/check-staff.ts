import type { Staff } from "#contracts/configuration/organisation";
import type { Draft, Entry } from "#province/draft";
import { doubledIds, unknownReference } from "#province/references";

const file = "staff.json";

/** Staff work somewhere that exists, somebody can be woken, and who is away is replaced by somebody who exists. */
export function checkStaff(draft: Draft): string[] {
  const { staff } = draft.lists;
  return [
    ...doubledIds(file, staff, ({ id }) => id),
    ...(staff.length === 0 || staff.some(({ value }) => canBeWoken(value))
      ? []
      : [`${file}: nobody is woken in an emergency, expected a duty-supervisor with a phone`]),
    ...staff.flatMap(({ at, value }) =>
      unknownReference(draft, "agencies", { file, path: `${at}.agency`, id: value.agency }),
    ),
    ...staff.flatMap((entry) => absenceMistakes(draft, entry)),
  ];
}

const canBeWoken = ({ roles, phone }: Staff): boolean => roles.includes("duty-supervisor") && phone !== undefined;

function absenceMistakes(draft: Draft, { at, value }: Entry<Staff>): string[] {
  return (value.away ?? []).flatMap(({ from, to, delegate }, index) => {
    const path = `${at}.away[${index}]`;
    return [
      ...(to < from ? [`${file} ${path}.to: before ${from}, expected a day after it`] : []),
      ...(delegate === value.id ? [`${file} ${path}.delegate: is the person who is away, expected somebody else`] : []),
      ...unknownReference(draft, "staff", { file, path: `${path}.delegate`, id: delegate }),
    ];
  });
}
