import { createHash } from "node:crypto";
import { isSameText } from "#channels/is-same-text";
import type { Proof } from "#contracts/channel-adapter";

/** A contract partner's account at eSMS (ViHAT) for incoming short-code messages. */
export interface EsmsAccount {
  readonly cpid: string;
  readonly privateKey: string;
}

/** eSMS's recipe: MD5 in hex over cpid, smsid, content, receiverTime and the private key, joined without a sign. */
export function esmsSign(fields: readonly [string, string, string, string], privateKey: string): string {
  return createHash("md5")
    .update(fields.join("") + privateKey, "utf8")
    .digest("hex");
}

/** A parameter as it stands in the query string, percent signs and all. */
function undecoded(query: string, name: string): string {
  const pair = query.split("&").find((part) => part.startsWith(`${name}=`));
  return pair === undefined ? "" : pair.slice(name.length + 1);
}

/**
 * Proves that eSMS sent this query.
 *
 * The vendor does not say whether the text is signed decoded; that is tried first, then as it stands. The sender's
 * number is not signed at all, and MD5 with a secret at its end is weak: let only eSMS's addresses through as well.
 */
export function proveEsms(query: string, { cpid, privateKey }: EsmsAccount): Proof {
  const given = new URLSearchParams(query);
  const [sign, smsid, time] = ["sign", "smsid", "receiverTime"].map((name) => given.get(name) ?? "");
  if (!sign || !smsid || !time)
    return { kind: "forged", reason: "expected the parameters sign, smsid and receiverTime" };
  if (given.get("cpid") !== cpid) return { kind: "forged", reason: "cpid is not ours" };
  const contents = [given.get("content") ?? "", undecoded(query, "content")];
  const matches = contents.map((content) =>
    isSameText(sign.toLowerCase(), esmsSign([cpid, smsid, content, time], privateKey)),
  );
  return matches.includes(true) ? { kind: "genuine" } : { kind: "forged", reason: "wrong eSMS sign" };
}
