import { join } from "node:path";
import type { FunctionName } from "../../../functions/function-names.ts";
import { buildFunctions } from "../../../infra/build/build-functions.ts";
import { entryBudgetsKib } from "../../../infra/build/entry-budgets.ts";
import { atMost, type Measure } from "../report/measure.ts";
import { moduleLoadMs } from "./module-load.ts";

/** A vendor waits for the webhooks, a person for the APIs; a worker's start only delays what nobody waits for. */
const loadGoalMs = (name: string): number => (name === "channel-webhooks" ? 10 : name.endsWith("-api") ? 85 : 60);

/** Weight and load time of each function as it is deployed, beside a module that is empty. */
export async function bundleMeasures(root: string, rounds: number): Promise<Measure[]> {
  const built = await buildFunctions(root, "packages/province/dong-thap");
  const floor = moduleLoadMs("data:text/javascript,export const handler = () => {};", rounds);
  return built.flatMap(({ name, entryBytes }) => {
    const value = moduleLoadMs(join(root, "dist", name, "index.mjs"), rounds);
    return [
      atMost(
        { name: `${name}, read at start`, value: entryBytes / 1024, unit: "KiB" },
        entryBudgetsKib[name as FunctionName],
      ),
      atMost({ name: `${name}, module load`, value, unit: "ms", floor }, loadGoalMs(name)),
    ];
  });
}
