import { type EmergencyNumber, emergencyNumberSchema } from "#contracts/words";

/** What each number is for, in the words of an advice. */
const purposes: Readonly<Record<EmergencyNumber, string>> = {
  "111": "bảo vệ trẻ em",
  "112": "thiên tai, cứu hộ cứu nạn",
  "113": "công an",
  "114": "cháy, cứu nạn",
  "115": "cấp cứu",
};
const ALL: readonly EmergencyNumber[] = ["113", "114", "115", "112"];

/** Whom to call; all of them where nobody knows what the danger is. */
export function numbersToCall(fitting: readonly EmergencyNumber[] = []): readonly EmergencyNumber[] {
  return fitting.length === 0 ? ALL : fitting;
}

/** The numbers as they stand in a text, e.g. "114 (cháy, cứu nạn), 115 (cấp cứu)". */
export function emergencyNumbersText(numbers: readonly EmergencyNumber[] = []): string {
  return numbersToCall(numbers)
    .map((number) => `${number} (${purposes[number]})`)
    .join(", ");
}

/** A number with what it is for; anything else is somebody's name already. */
export function namedService(to: string): string {
  const number = emergencyNumberSchema.safeParse(to);
  return number.success ? emergencyNumbersText([number.data]) : to;
}
