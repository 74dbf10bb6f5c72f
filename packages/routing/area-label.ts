import type { Area } from "#contracts/configuration/organisation";

/**
 * An area's name as a citizen can tell it from others: with the district it lay in before July 2025.
 *
 * Without diacritics xã Tân Thành and xã Tân Thạnh are one name; "(Tân Hồng cũ)" and "(Thanh Bình cũ)" are not.
 */
export function areaLabel({ name, formerly }: Area): string {
  const district = formerly[0]?.district?.replace(/^(?:huyện|thị xã|thành phố) /, "");
  return district === undefined ? name : `${name} (${district} cũ)`;
}
