import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoCitizenStore } from "#citizens/dynamo-citizen-store";
import { dynamoAlerts } from "#notifications/dynamo-alerts";
import { dynamoOutbox } from "#notifications/dynamo-outbox";
import type { Quarantine } from "#platform/dynamo-quarantine";
import { openTicket } from "#tickets/open-ticket";
import { receiveCall } from "#tickets/receive-call";
import { recordStaffEcho } from "#tickets/record-staff-echo";
import { alertFailure } from "../alert-failure.ts";
import type { Opening } from "../opening-wiring.ts";
import type { DeliveryOutcomes } from "./receive-delivery.ts";

export interface DeliveryOutcomesDependencies {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly opening: Opening;
  readonly quarantine: Quarantine;
  readonly pseudonym: (value: string) => string;
}

/** What each kind of delivery makes happen; every one may come twice. */
export function deliveryOutcomes({
  client,
  table,
  opening,
  quarantine,
  pseudonym,
}: DeliveryOutcomesDependencies): DeliveryOutcomes {
  const citizens = dynamoCitizenStore(client, table);
  const outbox = dynamoOutbox(client, table);
  const alerts = dynamoAlerts(client, table);
  const tellDesk = alertFailure({ tickets: opening.tickets, citizens, alerts, routing: opening.rules.routing });
  /** A conversation nobody has opened a ticket on still has its citizen. */
  const citizenOf = async (conversation: string, senderId: string) => {
    const pointer = await citizens.ofConversation(conversation);
    return pointer?.citizen ?? pseudonym(`${conversation.slice(0, conversation.indexOf("#"))}:${senderId}`);
  };
  return {
    message: async (message) => (await openTicket(message, opening)).kind,
    call: (call) => receiveCall(call, opening),
    async contact({ conversation, senderId, name, phone, address }) {
      const known = Object.entries({ name, phone, address }).filter(([, value]) => value !== undefined);
      await citizens.learn({ id: await citizenOf(conversation, senderId), ...Object.fromEntries(known) });
      return "learnt";
    },
    async receipt(receipt) {
      const answers = await outbox.receive(receipt);
      for (const answer of answers) if (answer.kind === "failed") await tellDesk(answer.message);
      return answers.map(({ kind }) => kind).join();
    },
    staffEcho: (echo) => recordStaffEcho(echo, opening),
    async withdrawal({ conversation, senderId }) {
      await citizens.erase(await citizenOf(conversation, senderId));
      await citizens.silence(conversation);
      return "erased";
    },
    async quarantine(delivery, reason) {
      // whole, so that it can be read again when its adapter has learnt to
      const { source, receivedAt } = delivery;
      return quarantine.keep({ queue: "inbound", source, reason, body: JSON.stringify(delivery), at: receivedAt });
    },
  };
}
