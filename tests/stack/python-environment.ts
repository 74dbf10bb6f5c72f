import { existsSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";

/** Newest first; MiniStack needs 3.10. */
const pythons = ["python3.13", "python3.12", "python3.11", "python3.10", "python3"];
const isNewEnough = "import sys, venv; sys.exit(0 if sys.version_info >= (3, 10) else 1)";

/** The emulator in the project's own `.venv`, installed once from the pinned list; the path of its program. */
export async function installedMiniStack(root: string): Promise<string> {
  const environment = join(root, ".venv");
  const program = join(environment, "bin", "ministack");
  const pip = join(environment, "bin", "pip");
  const wanted = join(root, "tests/stack/requirements.txt");
  if (!existsSync(pip)) await runCommand(await newPython(), ["-m", "venv", environment]);
  await runCommand(pip, ["install", "--quiet", "--disable-pip-version-check", "--requirement", wanted]);
  return program;
}

async function newPython(): Promise<string> {
  for (const python of pythons) {
    const answer = await runCommand(python, ["-c", isNewEnough]).catch(() => undefined);
    if (answer !== undefined) return python;
  }
  throw new Error(
    "The emulator needs Python 3.10 or newer with its venv module (Debian: apt-get install python3-venv)",
  );
}
