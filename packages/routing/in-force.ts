interface Dated {
  readonly validFrom: string;
  readonly validTo?: string | undefined;
}

/** Does a row hold on this day (yyyy-mm-dd)? Both ends are included. */
export function inForce({ validFrom, validTo }: Dated, date: string): boolean {
  return validFrom <= date && (validTo === undefined || date <= validTo);
}
