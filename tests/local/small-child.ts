import { runChild } from "#local/processes/run-child";
import { EnvironmentError, inheritedEnvironment } from "#platform/environment";

/** A child for the tests of processes: works until it is told to end, or cannot start when `REASON` says why. */
await runChild(async () => {
  const { REASON } = inheritedEnvironment();
  if (REASON !== undefined) throw new EnvironmentError(REASON);
  const alive = setInterval(() => {}, 1000);
  return { drain: async () => clearInterval(alive) };
});
