import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Ticket } from "#contracts/ticket";
import { ProblemError } from "#platform/problem";
import type { PromisedCode } from "#tickets/promised-code";
import { readTicketCode } from "#tickets/ticket-code";
import type { CitizenApiDependencies, CitizenEnvironment } from "./dependencies.ts";

export interface Proof {
  readonly token?: string | undefined;
  readonly phone?: string | undefined;
}
export type OwnTicket =
  | { readonly code: string; readonly ticket: Ticket }
  | { readonly code: string; readonly promised: PromisedCode };

const MINUTE = 60;
/** Four digits can be guessed in 10,000 tries: at ten an hour for each code that takes more than a month. */
const TRIES_PER_CODE = 10;
const CALLS_PER_ADDRESS = 60;

/**
 * The ticket that this code and proof open. A wrong pair is answered like an unknown code, so that nobody learns
 * which codes exist; tries are counted by code and by address.
 */
export async function ownTicket(
  c: Context<CitizenEnvironment>,
  written: string,
  proof: Proof,
  dependencies: CitizenApiDependencies,
): Promise<OwnTicket> {
  const code = readTicketCode(written);
  await slowDown(`address#${addressOf(c)}`, CALLS_PER_ADDRESS, MINUTE, dependencies);
  const own = code === undefined ? undefined : await opened(code, proof, dependencies);
  if (own !== undefined) return own;
  if (code !== undefined) await slowDown(`code#${code}`, TRIES_PER_CODE, 60 * MINUTE, dependencies);
  throw new ProblemError("not-found", "There is no ticket for this code and this proof");
}

/** Counts a call; refuses it when there were too many. */
export async function slowDown(
  key: string,
  limit: number,
  windowSeconds: number,
  { rateLimit }: Pick<CitizenApiDependencies, "rateLimit">,
): Promise<void> {
  if (!(await rateLimit(key, limit, windowSeconds)))
    throw new ProblemError("too-many-requests", "Too many tries: wait a while");
}

/** The caller's address as a hash: enough to count, nothing to keep. */
export function addressOf(c: Context<CitizenEnvironment>): string {
  const address = c.env?.event?.requestContext?.http?.sourceIp ?? "unknown";
  return createHash("sha256").update(address).digest("base64url").slice(0, 16);
}

async function opened(
  code: string,
  proof: Proof,
  dependencies: CitizenApiDependencies,
): Promise<OwnTicket | undefined> {
  const { tickets, promises } = dependencies;
  const id = await tickets.idOfCode(code);
  const ticket = id === undefined ? undefined : await tickets.find(id);
  if (ticket !== undefined) {
    return isToken(code, proof, dependencies) || (await isPhoneOf(ticket, proof, dependencies))
      ? { code, ticket }
      : undefined;
  }
  const promised = await promises.find(code);
  return promised !== undefined && (isToken(code, proof, dependencies) || isPromisedTo(promised, proof, dependencies))
    ? { code, promised }
    : undefined;
}

function isToken(code: string, { token }: Proof, { tracking }: CitizenApiDependencies): boolean {
  return token !== undefined && tracking.isTokenOf(token, tracking.hashOf(tracking.tokenFor(code)));
}

function isPromisedTo(
  { code, phoneTailHash }: PromisedCode,
  { phone }: Proof,
  { tracking }: CitizenApiDependencies,
): boolean {
  return phone !== undefined && tracking.isPhoneTail(code, phone, phoneTailHash);
}

async function isPhoneOf(
  { code, citizen }: Ticket,
  { phone }: Proof,
  { reads, tracking }: CitizenApiDependencies,
): Promise<boolean> {
  if (phone === undefined) return false;
  const contact = (await reads.contacts([citizen])).get(citizen);
  return contact?.phone !== undefined && tracking.isPhoneTail(code, phone, tracking.phoneTailHash(code, contact.phone));
}
