type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same fields without those that are undefined, so that a clock holds only what is known of it. */
export function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<T>;
}
