import { expect, it } from "vitest";
import type { ReplyAddress } from "#contracts/inbound-message";
import type { Alert, OutboundMessage } from "#contracts/outbound-message";
import { alertFailure } from "../../functions/alert-failure.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

const failed = (kind: OutboundMessage["kind"]): OutboundMessage => ({
  id: `e1.citizen.${kind}`,
  kind,
  channel: "sms",
  fallback: [],
  recipient: { kind: "citizen", citizen: "c1", conversation: "sms#1" },
  ticketId: "ticket-1",
  ticketCodes: [],
  text: "",
  createdAt: "2026-09-14T01:15:30.000Z",
  state: "failed",
  attempts: 1,
});

it.each`
  kind                 | reply        | alerts
  ${"acknowledgement"} | ${"none"}    | ${true}
  ${"acknowledgement"} | ${"refused"} | ${false}
  ${"rating-request"}  | ${"refused"} | ${false}
  ${"reply"}           | ${"refused"} | ${true}
  ${"resolution"}      | ${"refused"} | ${true}
`("a $kind that reached nobody, where the address is $reply, is an alert: $alerts", async ({ kind, reply, alerts }) => {
  const { open, tickets } = await ticketDesk();
  await open(zaloMessage("m1", "Ổ gà"));
  const put: Alert[] = [];
  const tell = alertFailure({
    tickets,
    citizens: {
      ofConversation: async () => ({ citizen: "c1", ticketId: "ticket-1", reply: { kind: reply } as ReplyAddress }),
    },
    alerts: { put: async (lines) => void put.push(...lines) },
    routing: { staffFor: () => ["officer-1"] },
  });
  await tell(failed(kind));
  expect(put.length > 0).toBe(alerts);
});
