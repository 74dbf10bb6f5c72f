/** One line of a result: what was measured, what it was to be, and whether it is. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly ok: boolean;
}

/** Something that must not happen at all. */
export const never = (name: string, value: number, unit: string): Measure => ({
  name,
  value,
  unit,
  goal: "0",
  ok: value === 0,
});

/** Something that must be exactly so many. */
export const exactly = (name: string, value: number, goal: number, unit: string): Measure => ({
  name,
  value,
  unit,
  goal: String(goal),
  ok: value === goal,
});

/** Something that is told and not judged. */
export const told = (name: string, value: number, unit: string): Measure => ({ name, value, unit, goal: "", ok: true });
