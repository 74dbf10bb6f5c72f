import { epochInstant } from "#channels/epoch-instant";

/**
 * Zalo's time as an instant: milliseconds, or where that is no plausible year, seconds or microseconds.
 *
 * Undefined for anything else: samples in Zalo's own documentation have lost a digit.
 */
export function zaloInstant(timestamp: string | undefined): string | undefined {
  if (timestamp === undefined || !/^\d{10,16}$/.test(timestamp)) return undefined;
  const value = Number(timestamp);
  const readings = [value, value * 1000, Math.trunc(value / 1000)];
  return readings.map(epochInstant).find((instant) => instant !== undefined);
}
