/** One figure of a result: what was measured, beside what floor, what it was to be, and whether it is. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same work with nothing of ours in it, measured in the same run; in the same unit. */
  readonly floor?: number;
  /** `value` by `floor`, taken round by round where both were measured in turn. */
  readonly ratio?: number;
  readonly goal: string;
  readonly ok: boolean;
}

type Figure = Pick<Measure, "name" | "value" | "unit" | "floor" | "ratio">;

const rounded = (value: number): number => Number(value.toPrecision(4));

const ratioOf = ({ value, floor = value, ratio = value / floor }: Figure): number => ratio;

function figureOf(figure: Figure) {
  const { name, value, unit, floor } = figure;
  const beside = floor === undefined ? {} : { floor: rounded(floor), ratio: rounded(ratioOf(figure)) };
  return { name, value: rounded(value), unit, ...beside };
}

/** A figure that is told and not judged. */
export const told = (figure: Figure): Measure => ({ ...figureOf(figure), goal: "", ok: true });

export const atMost = (figure: Figure, limit: number): Measure => ({
  ...figureOf(figure),
  goal: `<= ${limit}`,
  ok: figure.value <= limit,
});

export const atLeast = (figure: Figure, limit: number): Measure => ({
  ...figureOf(figure),
  goal: `>= ${limit}`,
  ok: figure.value >= limit,
});

/** A figure that is judged by its share of the floor, because the machine decides both. */
export const atLeastOfFloor = (figure: Figure & { readonly floor: number }, share: number): Measure => ({
  ...figureOf(figure),
  goal: `>= ${share} of its floor`,
  ok: ratioOf(figure) >= share,
});

export const atMostOfFloor = (figure: Figure & { readonly floor: number }, times: number): Measure => ({
  ...figureOf(figure),
  goal: `<= ${times} x its floor`,
  ok: ratioOf(figure) <= times,
});
