export interface Price {
  /** The price is for so many. */
  readonly per: number;
  readonly price: number;
  readonly date: string;
  readonly source: string;
}
export type PriceList = Readonly<Record<string, Price>>;

/** How much of each priced thing is used. */
export type Uses = Readonly<Record<string, number>>;

export interface BillLine {
  readonly name: string;
  readonly dollars: number;
}

/** What these uses cost, line by line, the dearest first. A thing without a price is an error, not a gift. */
export function bill(uses: Uses, prices: PriceList): BillLine[] {
  const lines = Object.entries(uses).map(([name, used]) => {
    const price = prices[name];
    if (price === undefined) throw new RangeError(`The price list has no price for ${name}`);
    return { name, dollars: (used / price.per) * price.price };
  });
  return lines.sort((a, b) => b.dollars - a.dollars);
}

export const totalOf = (lines: readonly BillLine[]): number => lines.reduce((sum, { dollars }) => sum + dollars, 0);

/** The same uses so many times over. */
export const times = (uses: Uses, count: number): Uses =>
  Object.fromEntries(Object.entries(uses).map(([name, used]) => [name, used * count]));

/** Both together. */
export const plus = (a: Uses, b: Uses): Uses =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]),
  );
