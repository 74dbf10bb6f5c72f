import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { type Allowance, allowanceSchema } from "#contracts/clock";
import { instantSchema } from "#contracts/words";

/** What is wrong with the command line, in words for whoever typed it. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

export interface DueCase {
  readonly from: string;
  readonly allowance: Allowance;
  readonly calendar?: string | undefined;
}

export interface DueArguments {
  readonly cases: readonly DueCase[];
  /** A text for people, one answer as JSON, or an array of them. */
  readonly output: "text" | "json" | "array";
  readonly province: string | undefined;
}

const expected = {
  from: "expected a time with its offset such as 2026-08-20T16:00:00+07:00",
  allowance: 'expected JSON such as {"working": "PT8H"}, {"elapsed": "PT5M"} or {"workingDays": 5}',
  cases: 'expected a JSON array such as [{"from": "2026-08-20T16:00:00+07:00", "allowance": {"working": "PT8H"}}]',
};

/** People leave the seconds out. */
const fromSchema = z.union([instantSchema, z.iso.datetime({ offset: true, precision: -1 })]);
const caseSchema = z.strictObject({
  from: fromSchema,
  allowance: allowanceSchema,
  calendar: z.string().optional(),
});

/** Reads the command line of `npm run due`; throws an `ArgumentError` naming the argument and what is expected. */
export function dueArguments(argv: readonly string[]): DueArguments {
  const { from, allowance, calendar, cases, json = false, province } = options(argv);
  if (cases !== undefined) {
    if ((from ?? allowance) !== undefined)
      throw new ArgumentError("--cases: stands alone, without --from and --allowance");
    return { cases: readCases(cases, calendar), output: "array", province };
  }
  return {
    cases: [{ from: instant(from), allowance: allowanceOf(allowance), calendar }],
    output: json ? "json" : "text",
    province,
  };
}

function options(argv: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: { from: text, allowance: text, calendar: text, cases: text, province: text, json: { type: "boolean" } },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArgumentError(
      `${reason.split(". ")[0]}; expected --from, --allowance, --calendar, --cases, --province or --json`,
      { cause: error },
    );
  }
}

function instant(from: string | undefined): string {
  if (from === undefined) throw new ArgumentError(`--from: missing, ${expected.from}`);
  const read = fromSchema.safeParse(from);
  if (!read.success) throw new ArgumentError(`--from: cannot be read, ${expected.from}`);
  return read.data;
}

function allowanceOf(allowance: string | undefined): Allowance {
  if (allowance === undefined) throw new ArgumentError(`--allowance: missing, ${expected.allowance}`);
  const read = allowanceSchema.safeParse(jsonOf(allowance));
  if (!read.success) throw new ArgumentError(`--allowance: cannot be read, ${expected.allowance}`);
  return read.data;
}

function readCases(path: string, calendar: string | undefined): DueCase[] {
  const read = z.array(caseSchema).safeParse(jsonOf(textOf(path)));
  if (read.success) return read.data.map((one) => ({ ...one, calendar: one.calendar ?? calendar }));
  const places = read.error.issues.map(
    ({ path: [index, field] }) => `[${String(index)}]${field === undefined ? "" : `.${String(field)}`}`,
  );
  throw new ArgumentError(
    `--cases: cannot be read${places[0] === "[undefined]" ? "" : ` at ${places.join(", ")}`}, ${expected.cases}`,
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ArgumentError(`--cases: no file can be read at ${path}, expected the path of a JSON file`, {
      cause: error,
    });
  }
}

/** Undefined is valid for no schema here, so text that is not JSON is refused where it is checked. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
