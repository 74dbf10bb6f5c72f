import type { Code } from "aws-cdk-lib/aws-lambda";
import type { FunctionName } from "../../functions/function-names.ts";
import type { Stage } from "../stages.ts";
import type { AlarmBell } from "./alarm-bell.ts";

/** What every construct is made with: for which stage, from which bundles, and where it cries for help. */
export interface Making {
  readonly stage: Stage;
  readonly codeOf: (name: FunctionName) => Code;
  readonly bell: AlarmBell;
}
