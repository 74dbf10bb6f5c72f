import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localSecrets } from "#local/local-secrets";
import { doubleAccounts } from "#local/vendors/double-accounts";
import { doubleOutbox } from "#local/vendors/double-outbox";
import { failures } from "#local/vendors/failures";
import { vendorDouble } from "#local/vendors/vendor-double";

export const now = () => new Date("2026-09-14T01:15:30.000Z");

/** A vendor double on a folder of its own, and the calls that reach it without a network. */
export function doubledVendors(folder = mkdtempSync(join(tmpdir(), "double-"))) {
  let ids = 0;
  const reports: string[] = [];
  const outbox = doubleOutbox(join(folder, "outbox.jsonl"), now);
  const app = vendorDouble(join(folder, "zalo-tokens.json"), {
    accounts: doubleAccounts(localSecrets),
    outbox,
    failures: failures(),
    now,
    newId: () => `vendor-${++ids}`,
    report: (url) => void reports.push(url),
  });
  const fetch = (async (url: string | URL, init?: RequestInit) =>
    app.request(String(url), init)) as typeof globalThis.fetch;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });
  return { app, outbox, fetch, post, folder, reports };
}

/** A message as eSMS takes it, and the address below the double where it does. */
export const sms = {
  ApiKey: localSecrets.ESMS_API_KEY,
  SecretKey: localSecrets.ESMS_SECRET_KEY,
  Phone: "0900000022",
  Content: "1022 da nhan phan anh. Ma DT-2026-000123-K",
  Brandname: "TD1022",
  SmsType: "2",
  IsUnicode: "0",
  RequestId: "message-1",
};
export const esmsPath = "/esms/MainService.svc/json/SendMultipleMessage_V4_post_json/";
