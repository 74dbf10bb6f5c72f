import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export interface Claims {
  readonly role: string;
  readonly staff: string;
  readonly agencies?: readonly string[];
}

/** A single sign-on of the province, on the loopback: discovery, keys, and tokens signed with RS256. */
export interface DeskIssuer {
  readonly url: string;
  token(claims: Claims, wrong?: "audience" | "expired" | "key"): Promise<string>;
  close(): void;
}

export const DESK_AUDIENCE = "hotline1022-desk";

export async function deskIssuer(): Promise<DeskIssuer> {
  const [keys, strangers] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "desk", alg: "RS256", use: "sig" };
  const server = createServer((request, response) => {
    const document = request.url === "/.well-known/openid-configuration" ? discoveryOf(urlOf(server)) : { keys: [jwk] };
    response.setHeader("content-type", "application/json").end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = urlOf(server);
  return {
    url,
    close: () => void server.close(),
    token: ({ role, staff, agencies = [] }, wrong) =>
      new SignJWT({ roles: [role], agencies, areas: [] })
        .setProtectedHeader({ alg: "RS256", kid: "desk" })
        .setSubject(staff)
        .setIssuer(url)
        .setAudience(wrong === "audience" ? "another-desk" : DESK_AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(wrong === "expired" ? "-1h" : "1h")
        .sign(wrong === "key" ? strangers.privateKey : keys.privateKey),
  };
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const discoveryOf = (issuer: string) => ({
  issuer,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ["id_token"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
});
