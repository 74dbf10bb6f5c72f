import type { Staff } from "#contracts/configuration/organisation";
import type { Draft, Entry } from "#province/draft";
import { doubledIds, unknownReference } from "#province/references";

const file = "staff.json";

/** Staff work somewhere that exists, and who is away is replaced by somebody else who exists. */
export function checkStaff(draft: Draft): string[] {
  const { staff } = draft.lists;
  return [
    ...doubledIds(file, staff, ({ id }) => id),
    ...staff.flatMap(({ at, value }) =>
      unknownReference(draft, "agencies", { file, path: `${at}.agency`, id: value.agency }),
    ),
    ...staff.flatMap((entry) => absenceMistakes(draft, entry)),
  ];
}

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
