import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { localSecrets } from "../../packages/local/local-secrets.ts";
import { doubleAccounts } from "../../packages/local/vendors/double-accounts.ts";
import { type DoubleOutbox, doubleOutbox } from "../../packages/local/vendors/double-outbox.ts";
import { failures } from "../../packages/local/vendors/failures.ts";
import { vendorDouble } from "../../packages/local/vendors/vendor-double.ts";

/** Zalo, ZNS and eSMS on the loopback: they check what the real ones check. */
export interface Vendors {
  readonly outbox: DoubleOutbox;
  /** Settings of the stage that lead the functions here. */
  readonly settings: Readonly<Record<string, string>>;
  close(): void;
}

export async function vendors(): Promise<Vendors> {
  const folder = mkdtempSync(join(tmpdir(), "hotline-vendors-"));
  const now = () => new Date();
  const outbox = doubleOutbox(join(folder, "outbox.jsonl"), now);
  const double = vendorDouble(join(folder, "zalo-tokens.json"), {
    accounts: doubleAccounts(localSecrets),
    outbox,
    failures: failures(),
    now,
    newId: () => randomBytes(10).toString("hex"),
  });
  const server = serve({ fetch: double.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    outbox,
    settings: {
      ZALO_API_URL: `${url}/zalo`,
      ZALO_OAUTH_URL: `${url}/zalo-oauth`,
      ZNS_API_URL: `${url}/zns`,
      ESMS_API_URL: `${url}/esms`,
    },
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
