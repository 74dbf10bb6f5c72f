import { type Interference, type OutsideCall, underInterference } from "./dynamo-interference.ts";
import type { Fault, FaultPlan } from "./fault-plan.ts";
import type { Interleaving } from "./interleaving.ts";
import { PassingError, type Surroundings, sufferedCall } from "./suffered-call.ts";

/** The process is no more. What it was doing is left as it was. */
export class KilledError extends Error {
  override readonly name = "KilledError";
}

/** One process of a function. Once dead it calls nobody any more. */
export interface FunctionProcess {
  /** Runs one invocation in this process. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export interface FunctionProcessParts extends Surroundings {
  readonly name: string;
  readonly interleaving: Interleaving;
  readonly faults: FaultPlan;
  readonly say: (line: string) => void;
  readonly onFault: () => void;
}

/** A process to whose calls happens what the plan says; a passing fault of the table meets the SDK's second attempt. */
export function functionProcess(parts: FunctionProcessParts): FunctionProcess {
  const { name, interleaving, faults, say, onFault } = parts;
  let alive = true;
  const die = (): never => {
    alive = false;
    throw new KilledError(`${name} was killed`);
  };
  const suffer = async <T>(call: OutsideCall, carryOut: () => Promise<T>, fault: Fault | undefined): Promise<T> => {
    if (!alive) die();
    if (fault !== undefined) onFault();
    if (fault !== undefined) say(`    ${name}: ${call.to} ${call.name} ${textOf(fault)}`);
    if (fault?.kind === "dies-before") die();
    const answer = await sufferedCall(call, carryOut, fault?.kind, parts);
    return fault?.kind === "dies-after" ? die() : answer;
  };
  const inTurn = async <T>(call: OutsideCall, carryOut: () => Promise<T>, fault: Fault | undefined): Promise<T> => {
    const endTurn = await interleaving.turn();
    return suffer(call, carryOut, fault).finally(endTurn);
  };
  const interference: Interference = async (call, carryOut) => {
    const fault = faults(call);
    try {
      return await inTurn(call, carryOut, fault);
    } catch (error) {
      if (!(error instanceof PassingError) || call.to !== "dynamodb") throw error;
      return inTurn(call, carryOut, fault?.lasting === true ? fault : faults(call));
    }
  };
  return { run: (work) => underInterference(interference, work) };
}

const textOf = ({ kind, lasting }: Fault): string => (lasting ? `${kind}, lasting` : kind);
