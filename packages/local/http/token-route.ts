import * as z from "zod";
import { roleSchema } from "#contracts/words";
import type { DevKey } from "./dev-key.ts";
import { jsonAnswer } from "./gateway-answer.ts";
import { invalidInput } from "./invalid-input.ts";
import type { LocalRoute } from "./local-gateway.ts";

const querySchema = z.object({
  role: roleSchema.default("agent"),
  agency: z.string().min(1).optional(),
  staff: z.string().min(1).optional(),
});

/** GET /dev/token: a signed token of whatever role is asked for. Exists on this machine only. */
export function tokenRoute(key: DevKey): LocalRoute {
  return {
    path: "/dev/token",
    async answer({ target }) {
      const query = new URL(target, "http://localhost").searchParams;
      const read = querySchema.safeParse(Object.fromEntries(query));
      if (!read.success) return invalidInput(read.error);
      const { role, staff = `dev-${role}` } = read.data;
      const agencies = query
        .getAll("agency")
        .flatMap((agency) => agency.split(","))
        .filter((agency) => agency !== "");
      return jsonAnswer(200, { token: await key.token({ role, staff, agencies }) });
    },
  };
}
