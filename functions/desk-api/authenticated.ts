import type { MiddlewareHandler } from "hono";
import { type DeskUser, deskUser } from "#access/staff";
import { problemResponse } from "#platform/problem";

/** What the API's authorizer leaves in the event, and the user we make of it. */
export interface DeskEnvironment {
  Bindings: {
    readonly event?: {
      readonly requestContext?: { readonly authorizer?: { readonly jwt?: { readonly claims?: unknown } } };
    };
  };
  Variables: { user: DeskUser };
}

/** The gateway has checked signature, issuer, audience and expiry; here a role of ours must be in the token. */
export const authenticated: MiddlewareHandler<DeskEnvironment> = async (c, next) => {
  const user = deskUser(c.env?.event?.requestContext?.authorizer?.jwt?.claims);
  if (user === undefined) return problemResponse("unauthenticated", "A token with one of the desk's roles is needed");
  c.set("user", user);
  return next();
};
