import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import * as z from "zod";
import { environment } from "#platform/environment";
import { doubleAccounts } from "../vendors/double-accounts.ts";
import { doubleOutbox } from "../vendors/double-outbox.ts";
import { failures } from "../vendors/failures.ts";
import { sendReports } from "../vendors/send-reports.ts";
import { vendorDouble } from "../vendors/vendor-double.ts";
import { runChild } from "./run-child.ts";

const secret = z.string().min(1);
const env = environment({
  VENDORS_PORT: z.coerce.number(),
  VENDORS_FOLDER: z.string(),
  ZALO_APP_ID: secret,
  ZALO_APP_SECRET: secret,
  ZALO_OA_ID: secret,
  ZALO_REFRESH_TOKEN: secret,
  ESMS_API_KEY: secret,
  ESMS_SECRET_KEY: secret,
  EVENTS_WEBHOOK_SECRET: secret,
});

/** The vendor double: every vendor that we call, in one process, so that a restart of ours looks to them like nothing. */
await runChild(async () => {
  const now = () => new Date();
  const double = vendorDouble(join(env.VENDORS_FOLDER, "zalo-tokens.json"), {
    accounts: doubleAccounts(env),
    outbox: doubleOutbox(join(env.VENDORS_FOLDER, "outbox.jsonl"), now),
    failures: failures(),
    now,
    report: sendReports(fetch),
    newId: () => randomBytes(10).toString("hex"),
  });
  const server = serve({ fetch: double.fetch, port: env.VENDORS_PORT, hostname: "127.0.0.1" });
  await new Promise<void>((resolve, reject) => server.once("error", reject).once("listening", resolve));
  return { drain: async () => void server.close() };
});
