import { fileURLToPath } from "node:url";
import type { InboundMessage } from "#contracts/inbound-message";
import { leasedCodes } from "#tickets/code-lease";
import { openTicket } from "#tickets/open-ticket";
import type { OpenTicketDependencies } from "#tickets/opening";
import type { TicketStore, TicketWrite } from "#tickets/ticket-store";
import { provinceRules } from "../../../functions/province-rules.ts";
import { understanding } from "../../../functions/understand.ts";
import { zaloMessage } from "../../fixtures/messages.ts";

const dongThap = fileURLToPath(new URL("../../../packages/province/dong-thap", import.meta.url));
const NOW = new Date("2026-09-14T08:15:30+07:00");

/** Messages of citizens who all write for the first time, and all that opening their tickets needs but the store. */
export function openingScene() {
  const rules = provinceRules(dongThap);
  const understand = understanding(dongThap, rules.province);
  let count = 0;
  let leased = 0;
  // codes of another prefix than the store hands out: what is planned here may be written beside what it writes
  const plannedCodes = leasedCodes("FL", async (_, size) => {
    leased += size;
    return leased;
  });
  const message = (): InboundMessage => {
    const citizen = `66200112233${String(++count).padStart(8, "0")}`;
    return zaloMessage(`m${count}`, "Ổ gà rất to trước chợ Vĩnh Kim, xã Vĩnh Kim, xe té hoài", {
      conversation: `zalo#${citizen}`,
      sender: { id: citizen },
      reply: { kind: "zalo", userId: citizen },
      sentAt: NOW.toISOString(),
    });
  };
  const dependencies = (
    tickets: TicketStore,
    nextCode: OpenTicketDependencies["nextCode"],
  ): OpenTicketDependencies => ({
    tickets,
    understand,
    chooseAgency: rules.routing.chooseAgency,
    follow: rules.follow,
    nextCode,
    newId: () => `01J8000000000000${String(++count).padStart(10, "0")}`,
    pseudonym: (value) => `hash-of-${value}`.padEnd(43, "0"),
    sameMatterHours: rules.province.policies.sameMatterHours,
    now: () => NOW,
  });
  /** What opening a ticket for this message would write, with nothing written. */
  const writeOf = async (one: InboundMessage): Promise<TicketWrite> => {
    let planned: TicketWrite | undefined;
    const nobody: TicketStore = {
      conversation: async () => ({}),
      call: async () => undefined,
      find: async () => undefined,
      idOfCode: async () => undefined,
      idempotent: async () => undefined,
      keepCall: async () => "written",
      leaseCodes: async (_, size) => size,
      async write(write) {
        planned = write;
        return "written";
      },
    };
    await openTicket(one, dependencies(nobody, plannedCodes));
    if (planned === undefined) throw new Error("Opening a ticket wrote nothing");
    return planned;
  };
  return { now: NOW, rules, message, dependencies, writeOf };
}
