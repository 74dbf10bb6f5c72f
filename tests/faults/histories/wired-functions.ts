import { dynamoCitizenStore } from "#citizens/dynamo-citizen-store";
import type { LedgerEntry } from "#contracts/domain-event";
import type { InboundMessage } from "#contracts/inbound-message";
import type { DueTimer } from "#contracts/outbound-message";
import type { DeliveryReceipt } from "#contracts/parsed-delivery";
import { deliver } from "#notifications/deliver";
import { digestMessage } from "#notifications/digest-message";
import { dynamoAlerts } from "#notifications/dynamo-alerts";
import { dynamoOutbox } from "#notifications/dynamo-outbox";
import { dynamoStorm } from "#notifications/dynamo-storm";
import { whatToTell } from "#notifications/what-to-tell";
import { acknowledge } from "#sla/acknowledge";
import { ring } from "#sla/ring";
import { sweep } from "#sla/sweep";
import { actOnTicket } from "#tickets/act-on-ticket";
import type { DeskAction } from "#tickets/action";
import { leasedCodes, type NextCode } from "#tickets/code-lease";
import { dynamoDuePage } from "#tickets/dynamo-due-timers";
import { timerShard } from "#tickets/dynamo-keys";
import { dynamoTicketStore } from "#tickets/dynamo-ticket-store";
import { fireClocks } from "#tickets/fire-clocks";
import type { Understanding } from "#tickets/opening";
import { alertFailure } from "../../../functions/alert-failure.ts";
import { deliveryOutcomes } from "../../../functions/open-ticket/delivery-outcomes.ts";
import type { ProvinceRules } from "../../../functions/province-rules.ts";
import { publishEntry } from "../../../functions/publish-events/publish-entry.ts";
import { addressLookup } from "../../../functions/send-message/address-of.ts";
import { sendTask } from "../../../functions/send-message/send-task.ts";
import type { FreshTable } from "../../fixtures/dynamo.ts";
import type { Arrival } from "./citizens.ts";
import type { Vendors } from "./vendors.ts";

export const functionNames = [
  "open-ticket",
  "desk",
  "sweep-sla",
  "fire-sla",
  "publish-events",
  "send-message",
] as const;
export type FunctionName = (typeof functionNames)[number];

export interface FunctionSurroundings {
  readonly at: FreshTable;
  readonly rules: ProvinceRules;
  /** Each function has its own clock, and no two need agree. */
  readonly clock: (name: FunctionName) => () => Date;
  readonly vendors: Vendors;
  readonly toOutbound: (ids: readonly string[]) => Promise<void>;
  readonly toSlaDue: (timers: readonly DueTimer[]) => Promise<void>;
}

const silent = { info() {}, warn() {}, error() {}, count() {}, milliseconds() {} };
/** Timers of one history lie in one shard: sixteen empty ones would cost most of its calls. */
const SHARD = timerShard("any");

/** The functions of the hotline as their handlers wire them, on one table, each under its own clock. */
export function wiredFunctions({ at, rules, clock, vendors, toOutbound, toSlaDue }: FunctionSurroundings) {
  const { client, table } = at;
  const { telling, follow, routing } = rules;
  const tickets = dynamoTicketStore(client, table);
  const citizens = dynamoCitizenStore(client, table);
  const outbox = dynamoOutbox(client, table);
  const alerts = dynamoAlerts(client, table);
  const storm = dynamoStorm(client, table, outbox, {
    onePerMs: 60_000,
    worst: 1000,
    // a digest names in its text what was folded into it: the checker reads it there
    digest: (due) => ({ ...digestMessage(due, telling), text: due.folded.worst.map(({ id }) => id).join(" ") }),
  });
  let ids = 0;
  const opening = {
    tickets,
    rules,
    understand: plainly,
    chooseAgency: () => ({ agency: "ubnd-phuong-my-tho", supporting: [], why: "commune of the area" }),
    follow,
    newId: () => inShard(() => `ticket-${++ids}`),
    pseudonym: (value: string) => `citizen-of-${value}`,
    sameMatterHours: rules.province.policies.sameMatterHours,
    now: clock("open-ticket"),
  };
  const publishing = {
    alerts,
    outbox,
    storm,
    enqueue: (id: string) => toOutbound([id]),
    now: clock("publish-events"),
    findTicket: tickets.find,
    // all of a history is one category in one place: it would be one long storm
    remember: async () => {},
    async whatToTell(...[entry, ticket]: Parameters<Parameters<typeof publishEntry>[1]["whatToTell"]>) {
      const citizen = await citizens.find(ticket.citizen);
      const reach = { phone: citizen?.phone !== undefined, email: citizen?.email !== undefined };
      return whatToTell(entry, ticket, telling, reach);
    },
  };
  const delivering = {
    outbox,
    senders: vendors.senders(clock("send-message")),
    addressOf: addressLookup({ citizens, staff: telling.staff, webhookBaseUrl: undefined }),
    now: clock("send-message"),
  };
  const sending = sendTask({
    deliver: (messageId, lastReceive) => deliver(messageId, { ...delivering, lastReceive }),
    alertFailure: alertFailure({ tickets, citizens, alerts, routing }),
    logger: silent,
    metrics: silent,
  });
  const outcomesWith = (nextCode: NextCode) =>
    deliveryOutcomes({
      client,
      table,
      opening: { ...opening, nextCode },
      quarantine: { keep: async () => "quarantined", list: async () => [], find: async () => undefined },
      pseudonym: opening.pseudonym,
    });

  return {
    /** The memory of one process of open-ticket: its block of codes. */
    freshCodes: () => leasedCodes("DT", tickets.leaseCodes),
    receive: (arrival: Arrival, codes: NextCode) =>
      arrival.kind === "message"
        ? outcomesWith(codes).message(arrival.message)
        : outcomesWith(codes).call(arrival.call),
    receipt: (receipt: DeliveryReceipt, codes: NextCode) => outcomesWith(codes).receipt(receipt),
    /** Clocks alone, or whatever else waits for its time as well. */
    async sweep(what: "clocks" | "what waits" | "everything") {
      const now = clock("sweep-sla")();
      if (what !== "what waits") await sweep([SHARD], dynamoDuePage(client, table), toSlaDue, now);
      if (what !== "clocks") await toOutbound([...(await outbox.releaseHeld(now)), ...(await storm.flushDigests(now))]);
    },
    fire: (ticketId: string) =>
      fireClocks(ticketId, {
        tickets,
        follow,
        now: clock("fire-sla"),
        ring: (ticket, now) => ring(ticket, now, rules.rules),
      }),
    publish: (entry: LedgerEntry) => publishEntry(entry, publishing),
    send: (messageId: string, receiveCount: number) => sending({ messageId }, { receiveCount, messageId: "task" }),
    act: (ticketId: string, action: DeskAction, key: string) =>
      actOnTicket(
        {
          ticketId,
          action,
          actor: { kind: "staff", id: key, role: "supervisor" },
          idempotency: { key, expiresAt: new Date("2027-01-01T00:00:00Z") },
          authorise: () => {},
        },
        {
          tickets,
          follow,
          now: clock("desk"),
          acknowledge: (ticket, input, by, now) => acknowledge(ticket, { by, clock: input.clock }, now, rules.rules),
        },
      ),
  };
}
export type WiredFunctions = ReturnType<typeof wiredFunctions>;

function inShard(next: () => string): string {
  for (let id = next(); ; id = next()) if (timerShard(id) === SHARD) return id;
}

/** Read by its first word: what triage makes of words is not what is attacked here. */
function plainly({ text }: InboundMessage): Understanding {
  const emergency = text.startsWith("Cháy");
  const certain = <T>(value: T) => ({ value, confidence: 1, why: ["first word"] });
  return {
    triage: {
      category: certain("giao_thong"),
      urgency: certain(emergency ? ("emergency" as const) : ("normal" as const)),
      place: certain({ areaCode: "my-tho" }),
    },
    title: text,
    emergency,
    needsTriage: text.startsWith("Không rõ"),
    reading: {},
    asksNothing: text.startsWith("Cảm ơn"),
    wantsSilence: false,
    keepNameSecret: false,
  };
}
