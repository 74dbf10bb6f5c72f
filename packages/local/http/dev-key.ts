import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from "jose";
import type { Role } from "#contracts/words";
import { localTokenRules } from "./jwt-authorizer.ts";

interface DevIdentity {
  readonly staff: string;
  readonly role: Role;
  /** None: the whole province, for roles that may. */
  readonly agencies: readonly string[];
}

/** Signs tokens of the local system and shows the key that proves them. */
export interface DevKey {
  readonly publicKeys: JSONWebKeySet;
  token(identity: DevIdentity): Promise<string>;
}

/** The local issuer's key, made once and kept in the data folder, so that a token outlives a restart. */
export async function devKey(file: string): Promise<DevKey> {
  const privateJwk: JWK = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : await newKey(file);
  const { kty, n, e } = privateJwk;
  const key = (await importJWK(privateJwk, "RS256")) as CryptoKey;
  return {
    publicKeys: { keys: [{ kty: kty ?? "RSA", n: n ?? "", e: e ?? "", kid: "local", alg: "RS256", use: "sig" }] },
    token: ({ staff, role, agencies }) =>
      new SignJWT({ roles: [role], agencies, areas: [] })
        .setProtectedHeader({ alg: "RS256", kid: "local" })
        .setSubject(staff)
        .setIssuer(localTokenRules.issuer)
        .setAudience(localTokenRules.audience)
        .setIssuedAt()
        .setExpirationTime("12h")
        .sign(key),
  };
}

async function newKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
  return jwk;
}
