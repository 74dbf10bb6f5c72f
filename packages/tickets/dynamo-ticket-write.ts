import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { setFields } from "#platform/set-fields";
import {
  callKey,
  citizenKey,
  codeKey,
  conversationKey,
  entryKey,
  idempotencyKey,
  indexKeys,
  messageKey,
  ticketKey,
} from "#tickets/dynamo-keys";
import type { CitizenContact, TicketWrite } from "#tickets/ticket-store";

type Item = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** Nothing of this key may exist yet. */
const fresh = "attribute_not_exists(pk)";

/** All items of one act, each with the condition that makes a repetition or a race impossible. */
export function transactionItems(TableName: string, write: TicketWrite): Item[] {
  const put = (Item: Record<string, unknown>, ConditionExpression: string, values?: Record<string, unknown>): Item => ({
    Put: {
      TableName,
      Item,
      ConditionExpression,
      ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
    },
  });
  const { before, after, entry, message, conversation, call, contact, idempotency } = write;
  const head = { ...ticketKey(after.id), ...after, ...indexKeys(after) };
  const conditionally = (
    key: object,
    value: object,
    earlier: Record<string, unknown> | undefined,
    field: string,
  ): Item =>
    earlier === undefined
      ? put({ ...key, ...value }, fresh)
      : put({ ...key, ...value }, `${field} = :earlier`, { ":earlier": earlier[field] });

  const items: Item[] = [
    before === undefined ? put(head, fresh) : put(head, "version = :version", { ":version": before.version }),
    put({ ...entryKey(entry.ticketId, entry.sequence), ...entry }, fresh),
  ];
  if (before === undefined) items.push(put({ ...codeKey(after.code), ticketId: after.id }, fresh));
  if (message !== undefined)
    items.push(put({ ...messageKey(message.conversation, message.vendorMessageId), ...message }, fresh));
  if (conversation !== undefined && changes(conversation)) {
    items.push(conditionally(conversationKey(conversation.id), conversation.after, conversation.before, "ticketId"));
  }
  if (call !== undefined) items.push(conditionally(callKey(call.after.callId), call.after, call.before, "revision"));
  if (contact !== undefined) items.push({ Update: { TableName, ...contactUpdate(contact) } });
  if (idempotency !== undefined) {
    items.push(
      put(
        {
          ...idempotencyKey(idempotency.key),
          ticketId: after.id,
          expiresAt: Math.ceil(idempotency.expiresAt.getTime() / 1000),
        },
        fresh,
      ),
    );
  }
  return items;
}

/** One more message of a burst leaves the pointer as it is: not writing it saves a third of the cost of a join. */
function changes({ before, after }: NonNullable<TicketWrite["conversation"]>): boolean {
  return (
    before === undefined ||
    before.ticketId !== after.ticketId ||
    JSON.stringify(before.reply) !== JSON.stringify(after.reply)
  );
}

function contactUpdate({ citizen, ...known }: CitizenContact) {
  return { Key: citizenKey(citizen), ...setFields(known) };
}
