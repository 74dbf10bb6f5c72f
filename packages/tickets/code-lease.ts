import { ticketCode } from "#tickets/ticket-code";

/** The counter of a year: adds `size` and gives the top, atomically. */
export type LeaseBlock = (year: number, size: number) => Promise<number>;

/** Gives the next free ticket code of the year in which `at` lies, Vietnamese time. */
export type NextCode = (at: Date) => Promise<string>;

/**
 * Twenty: one write to the counter serves twenty tickets, and a function that ends leaves a gap of at most nineteen.
 * Gaps are allowed; a code twice is not.
 */
const BLOCK_SIZE = 20;

/** Hands out codes from leased blocks. A block belongs to this instance alone. */
export function leasedCodes(prefix: string, lease: LeaseBlock): NextCode {
  const free = new Map<number, string[]>();
  const leasing = new Map<number, Promise<void>>();

  const refill = async (year: number): Promise<void> => {
    const top = await lease(year, BLOCK_SIZE);
    const numbers = Array.from({ length: BLOCK_SIZE }, (_, index) => top - BLOCK_SIZE + 1 + index);
    const codes = numbers.map((number) => ticketCode(prefix, year, number)).filter((code) => code !== undefined);
    free.set(year, [...(free.get(year) ?? []), ...codes]);
  };

  return async (at) => {
    const year = vietnameseYear(at);
    for (;;) {
      const code = free.get(year)?.shift();
      if (code !== undefined) return code;
      const refilling = leasing.get(year) ?? refill(year).finally(() => leasing.delete(year));
      leasing.set(year, refilling);
      await refilling;
    }
  };
}

const vietnameseYear = (at: Date): number => new Date(at.getTime() + 7 * 3_600_000).getUTCFullYear();
