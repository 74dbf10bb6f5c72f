import type { Child } from "./child.ts";

export interface KeptProcess {
  readonly current: () => Child;
  /** Ends it for good: drained, and by force when that takes longer than `patienceMs`. */
  end(patienceMs: number): Promise<void>;
}

export interface KeepRunningOptions {
  readonly start: () => Child;
  /** Called with each new process that is ready. */
  readonly onReady: (child: Child, restarts: number) => void;
  readonly onRestartFailed: (error: unknown) => void;
}

const SHORTEST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5000;
/** A process that lived this long was healthy: its end is news, and the next one starts almost at once. */
const HEALTHY_MS = 10_000;

/** Starts a process, and again whenever it dies. The first start must succeed. */
export async function keepRunning({ start, onReady, onRestartFailed }: KeepRunningOptions): Promise<KeptProcess> {
  let child = start();
  let ending = false;
  await child.ready;
  onReady(child, 0);

  const watch = async () => {
    for (let restarts = 1, backoffMs = 0; ; restarts += 1) {
      const aliveFrom = performance.now();
      await child.ended;
      backoffMs = nextBackoffMs(backoffMs, performance.now() - aliveFrom);
      if (!ending) await new Promise((resolve) => setTimeout(resolve, backoffMs));
      if (ending) return;
      child = start();
      await child.ready.then(() => onReady(child, restarts), onRestartFailed);
    }
  };
  const watching = watch();
  return {
    current: () => child,
    async end(patienceMs) {
      ending = true;
      child.drain();
      const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      await watching;
      clearTimeout(timer);
    },
  };
}

function nextBackoffMs(previousMs: number, aliveMs: number): number {
  if (previousMs === 0 || aliveMs > HEALTHY_MS) return SHORTEST_BACKOFF_MS;
  return Math.min(LONGEST_BACKOFF_MS, previousMs * 2);
}
