import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { deadLetterQueue } from "../../../packages/local/dead-letters/dead-letter-queue.ts";
import { agent, type Deployed, desk } from "../deployed.ts";
import { check, eventually } from "../steps.ts";

/** Poison is put aside with its body; what fails for a reason of ours waits as a dead letter and heals. */
export async function nothingIsLost(deployed: Deployed): Promise<void> {
  const { steps } = deployed;
  await steps.step("a body that nobody can read ends in quarantine, not in the dead letters", () => poison(deployed));
  await steps.step("a message that fails five times waits in the dead letters, and heals when it is sent again", () =>
    failing(deployed),
  );
}

async function poison({ cloud, addresses }: Deployed): Promise<void> {
  const body = '{"not":"a delivery"';
  await cloud.send(addresses.inboundQueue, body, "poison");
  const month = `Q#${new Date().toISOString().slice(0, 7)}`;
  const query = { KeyConditionExpression: "pk = :month", ExpressionAttributeValues: { ":month": month } };
  const find = async () => {
    const { Items = [] } = await cloud.table.send(new QueryCommand({ TableName: addresses.TicketTable, ...query }));
    return Items.find((item) => item["body"] === body);
  };
  const kept = await eventually("the quarantined body", find, 30_000);
  check(typeof kept["reason"] === "string", "The quarantined body has no reason");
  check((await cloud.depth(addresses.inboundDeadLetters)) === 0, "Poison went to the dead letters as well");
}

async function failing(deployed: Deployed): Promise<void> {
  const { cloud, addresses, personal } = deployed;
  const text = "Nước sinh hoạt ở khóm Mỹ Phú đục ba ngày nay";
  personal.add(text);
  const heal = await cloud.misconfigure("open-ticket", "TICKET_TABLE", "no-such-table");
  try {
    await cloud.hideFor(addresses.inboundQueue, 1);
    await cloud.send(addresses.inboundQueue, JSON.stringify(delivery(text)), "failing");
    const dead = async () => ((await cloud.depth(addresses.inboundDeadLetters)) === 1 ? true : undefined);
    await eventually("the dead letter", dead, 120_000);
  } finally {
    await heal();
    await cloud.hideFor(addresses.inboundQueue, 120);
  }
  const moved = await deadLetterQueue(cloud.sqs, addresses.inboundDeadLetters, addresses.inboundQueue).redrive();
  check(moved === 1, `${moved} messages were sent again, expected the one`);
  const find = async () => (await desk(deployed, agent).tickets("limit=100")).find((ticket) => ticket.text === text);
  await eventually("the ticket of the message that had failed", find, 60_000);
}

/** As `channel-webhooks` would queue it. */
const delivery = (text: string) => ({
  source: "zalo",
  conversation: "zalo#7720011223344551022",
  messageId: "user_send_text#stack-failing",
  encoding: "utf8",
  contentType: "application/json",
  receivedAt: new Date().toISOString(),
  body: JSON.stringify({
    app_id: "1022100000000000001",
    event_name: "user_send_text",
    timestamp: String(Date.now()),
    sender: { id: "7720011223344551022" },
    recipient: { id: "1022200000000000002" },
    message: { text, msg_id: "stack-failing" },
  }),
});
