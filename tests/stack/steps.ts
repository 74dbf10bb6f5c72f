import { setTimeout } from "node:timers/promises";

export interface Steps {
  /** Does something, prints whether it held and how long it took; a later step may use what it gave. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  readonly failed: readonly string[];
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** The printed list of what was tried. A failed step ends its journey, not the others. */
export function steps(): Steps {
  const failed: string[] = [];
  return {
    failed,
    async step(title, work) {
      const startedAt = performance.now();
      const took = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`.padStart(8);
      try {
        const given = await work();
        write(`  ok   ${took()}  ${title}`);
        return given;
      } catch (error) {
        write(`  FAIL ${took()}  ${title}\n${indented(error)}`);
        failed.push(title);
        throw error;
      }
    },
  };
}

const indented = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).replaceAll(/^/gm, "         ");

/** Looks again and again until `look` gives something; what a machine does meanwhile has no event to wait for. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  withinMs: number,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + withinMs;
  let trouble: unknown;
  while (performance.now() < deadline) {
    const found = await look().catch((error: unknown) => {
      trouble = error;
      return undefined;
    });
    if (found !== undefined && found !== null) return found;
    await setTimeout(300);
  }
  throw new Error(`Waited ${withinMs / 1000} s in vain for ${what}`, { cause: trouble });
}

/** Says what is wrong instead of `expected false to be true`. */
export function check(holds: boolean, complaint: string): asserts holds {
  if (!holds) throw new Error(complaint);
}
