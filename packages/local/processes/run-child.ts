import type { ChildReport } from "./child.ts";

export interface ChildWork {
  /** Finishes what was begun and takes nothing new. */
  drain(): Promise<void>;
}

/**
 * The life of a child process: starts the work, says when it is ready or why it never will be, and ends with its
 * parent. `alsoEnds` is a process that cannot see for itself that the parent is gone (Java).
 */
export async function runChild(start: () => Promise<ChildWork>, alsoEnds?: number): Promise<void> {
  process.once("disconnect", () => {
    if (alsoEnds !== undefined) endProcess(alsoEnds);
    process.exit(0);
  });
  try {
    endWhenAsked(await start());
    tell({ kind: "ready" });
  } catch (error) {
    tell({ kind: "failed", ...told(error) }, () => process.exit(1));
  }
}

function endWhenAsked({ drain }: ChildWork): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    void drain().finally(() => process.exit(0));
  };
  process.on("message", end);
  process.on("SIGTERM", end);
}

function tell(report: ChildReport, then: () => void = () => {}): void {
  if (process.send === undefined) then();
  else process.send(report, then);
}

/** Errors that say what to correct, by name: what they say is written for whoever started the system. */
const settingsErrors = new Set(["EnvironmentError", "ProvinceError", "TriageWordsError"]);

function told(error: unknown): Omit<ChildReport & { kind: "failed" }, "kind"> {
  if (!(error instanceof Error)) return { message: String(error), fault: "other" };
  if (settingsErrors.has(error.name)) return { message: error.message, fault: "settings" };
  return { message: error.stack ?? error.message, fault: "other" };
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    // it has ended already
  }
}
