import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { beforeAll, expect, it } from "vitest";
import { deskUser } from "#access/staff";
import { type DevKey, devKey } from "#local/http/dev-key";
import type { HttpCall } from "#local/http/gateway-event";
import { jwtAuthorizer, localTokenRules } from "#local/http/jwt-authorizer";

const file = join(mkdtempSync(join(tmpdir(), "dev-key-")), "dev-key.json");
let key: DevKey;
let authorize: ReturnType<typeof jwtAuthorizer>;
beforeAll(async () => {
  key = await devKey(file);
  authorize = jwtAuthorizer(key.publicKeys, localTokenRules);
});

const call = (authorization?: string, method = "GET"): HttpCall => ({
  method,
  target: "/desk/v1/tickets",
  headers: authorization === undefined ? [] : [["Authorization", authorization]],
  body: new Uint8Array(),
  sourceIp: "127.0.0.1",
});

it("a token of this system reaches the desk as the person it names", async () => {
  const token = await key.token({ staff: "an", role: "officer", agencies: ["ubnd-a", "ubnd-b"] });
  const authorizer = await authorize(call(`Bearer ${token}`));
  if (!("jwt" in authorizer)) throw new Error("refused");
  expect(authorizer.jwt.claims).toMatchObject({ sub: "an", roles: "[officer]", agencies: "[ubnd-a ubnd-b]" });
  expect(deskUser(authorizer.jwt.claims)).toEqual({
    id: "an",
    roles: ["officer"],
    agencies: ["ubnd-a", "ubnd-b"],
    areas: [],
  });
});

it("a token outlives a restart, because the key is kept", async () => {
  const token = await key.token({ staff: "an", role: "agent", agencies: [] });
  const afterRestart = jwtAuthorizer((await devKey(file)).publicKeys, localTokenRules);
  expect(await afterRestart(call(`Bearer ${token}`))).toHaveProperty("jwt");
});

it("a browser's preflight needs no token", async () => {
  expect(await authorize(call(undefined, "OPTIONS"))).toEqual({ jwt: { claims: {}, scopes: null } });
});

const stranger = () =>
  new SignJWT({ roles: ["admin"] })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("stranger")
    .setIssuer(localTokenRules.issuer)
    .setAudience(localTokenRules.audience)
    .sign(new TextEncoder().encode("a key of somebody else, long enough"));

it.each`
  what                   | authorization
  ${"no token"}          | ${async () => undefined}
  ${"another scheme"}    | ${async () => "Basic YTpi"}
  ${"no JWT"}            | ${async () => "Bearer abc"}
  ${"another's token"}   | ${async () => `Bearer ${await stranger()}`}
  ${"an unsigned token"} | ${async () => "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."}
`("a desk call with $what is answered 401 with a problem document", async ({ authorization }) => {
  const answer = await authorize(call(await authorization()));
  if (!("status" in answer)) throw new Error("let in");
  expect(answer.status).toBe(401);
  expect(JSON.parse(Buffer.from(answer.body).toString())).toMatchObject({ code: "unauthenticated", status: 401 });
});
