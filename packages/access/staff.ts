import * as z from "zod";
import { type Role, roleSchema } from "#contracts/words";

/** The person or system behind a desk call, as the token says it. No agencies: the whole province. */
export interface DeskUser {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly agencies: readonly string[];
  readonly areas: readonly string[];
}

/**
 * A claim that should be a list. API Gateway turns arrays of a JWT into the text `[agent officer]`; an issuer may
 * send one word as a plain string.
 */
const listClaim = z
  .union([z.array(z.string()), z.string()])
  .optional()
  .transform((claim) =>
    (typeof claim === "string" ? claim.replaceAll(/[[\]",]/g, " ").split(/\s+/) : (claim ?? [])).filter(
      (word) => word !== "",
    ),
  );

const claimsSchema = z.object({ sub: z.string().min(1), roles: listClaim, agencies: listClaim, areas: listClaim });

/** The user that claims describe; undefined when they name nobody or no role of ours. */
export function deskUser(claims: unknown): DeskUser | undefined {
  const read = claimsSchema.safeParse(claims);
  if (!read.success) return undefined;
  const roles = read.data.roles.flatMap((role) => roleSchema.safeParse(role).data ?? []);
  return roles.length === 0
    ? undefined
    : { id: read.data.sub, roles, agencies: read.data.agencies, areas: read.data.areas };
}

export function hasRole(user: DeskUser, ...roles: readonly Role[]): boolean {
  return roles.some((role) => user.roles.includes(role));
}
