import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { calendarsFileSchema } from "#contracts/configuration/calendar";
import { type Calendars, calendarsOf } from "#sla/calendars";
import { ArgumentError, type DueCase, dueArguments } from "#sla/cli/due-arguments";
import { explanationText } from "#sla/cli/explanation-text";
import { type Explanation, explain } from "#sla/explain";

const DONG_THAP = fileURLToPath(new URL("../../province/dong-thap", import.meta.url));

export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Explains due times: `npm run due -- --from <time> --allowance <json>`. Gives the exit code; 2 for bad arguments. */
export function runDue(argv: readonly string[], { out, err }: Output): number {
  try {
    const { cases, output, province = DONG_THAP } = dueArguments(argv);
    const calendars = readCalendars(province);
    const answers = cases.map((one) => ({ one, answer: explained(one, calendars) }));
    if (output === "array") out(`${JSON.stringify(answers.map(({ answer }) => answer))}\n`);
    else
      for (const { one, answer } of answers)
        out(output === "json" ? `${JSON.stringify(answer)}\n` : explanationText(answer, one));
    return 0;
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    err(`${error.message}\n`);
    return 2;
  }
}

function explained({ from, allowance, calendar }: DueCase, calendars: Calendars): Explanation {
  try {
    return explain(new Date(from), allowance, calendars(calendar));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const text = error.message.startsWith("Unknown calendar")
      ? `--calendar: ${error.message}`
      : `--allowance: ${error.message}, expected a shorter one`;
    throw new ArgumentError(text, { cause: error });
  }
}

function readCalendars(province: string): Calendars {
  const path = join(province, "calendars.json");
  try {
    return calendarsOf(calendarsFileSchema.parse(JSON.parse(readFileSync(path, "utf8"))));
  } catch (error) {
    throw new ArgumentError(`--province: no calendars can be read from ${path}, expected a province's folder`, {
      cause: error,
    });
  }
}
