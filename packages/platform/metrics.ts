/** Counts and durations, never about one person: dimensions are functions and channels only. */
export interface Metrics {
  count(name: string, value?: number, dimensions?: Readonly<Record<string, string>>): void;
  milliseconds(name: string, value: number, dimensions?: Readonly<Record<string, string>>): void;
}

/** CloudWatch reads metrics out of log lines of this form (embedded metric format): no call, no wait. */
export function embeddedMetrics(write: (line: string) => void, now: () => Date): Metrics {
  const put =
    (unit: string) =>
    (name: string, value = 1, dimensions: Readonly<Record<string, string>> = {}) => {
      const metric = {
        Namespace: "hotline1022",
        Dimensions: setsOf(Object.keys(dimensions)),
        Metrics: [{ Name: name, Unit: unit }],
      };
      write(
        JSON.stringify({
          _aws: { Timestamp: now().getTime(), CloudWatchMetrics: [metric] },
          ...dimensions,
          [name]: value,
        }),
      );
    };
  return { count: put("Count"), milliseconds: put("Milliseconds") };
}

/** With dimensions and without: an alarm watches the sum, a person then looks which channel it was. */
const setsOf = (names: readonly string[]): (readonly string[])[] => (names.length === 0 ? [[]] : [[], names]);
