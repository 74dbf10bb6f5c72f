/** Something that carries work to a function until it is told to stop. */
export interface Pump {
  /** Takes nothing new; resolves when what was taken is done. */
  stop(): Promise<void>;
}

/** Waits, but not longer than until `signal` is given. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}

/** Runs loops side by side until stopped. A loop's error is told and the loop goes on after a second. */
export function runLoops(
  loops: readonly ((stopped: AbortSignal) => Promise<void>)[],
  onError: (error: unknown) => void,
): Pump {
  const controller = new AbortController();
  const { signal } = controller;
  const running = loops.map(async (once) => {
    while (!signal.aborted) {
      await once(signal).catch((error: unknown) => {
        if (signal.aborted) return;
        onError(error);
        return pause(1000, signal);
      });
    }
  });
  return {
    async stop() {
      controller.abort();
      await Promise.all(running);
    },
  };
}
