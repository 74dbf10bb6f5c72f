import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { ledgerEntrySchema } from "#contracts/domain-event";
import type { Ticket } from "#contracts/ticket";
import type { DeskAction } from "#tickets/action";
import { applyEntry } from "#tickets/apply-event";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

const journey: { action: DeskAction; role?: "agent" | "officer" | "supervisor" }[] = [
  { action: { name: "accept", input: {} }, role: "officer" },
  { action: { name: "ask-citizen", input: { text: "Ở đâu?" } } },
  { action: { name: "progress", input: { text: "Chờ vật tư", newDueAt: "2026-09-20T10:00:00Z" } } },
  { action: { name: "extend", input: { reason: "Mưa", newDueAt: "2026-09-25T10:00:00Z" } }, role: "officer" },
  { action: { name: "approve-extension", input: {} }, role: "supervisor" },
  { action: { name: "mark-duplicate", input: { of: "DT-2026-000999-A" } } },
  { action: { name: "unmark-duplicate", input: {} } },
  { action: { name: "resolve", input: { text: "Đã vá" } } },
  { action: { name: "reopen", input: { reason: "Chưa xong" } } },
  { action: { name: "return", input: { reason: "Sai đơn vị" } }, role: "officer" },
  { action: { name: "classify", input: { category: "cay_xanh", urgency: "high" } } },
  { action: { name: "assign", input: { agency: "so-xay-dung" } } },
  { action: { name: "reject", input: { reason: "Không đủ cơ sở", nextStep: "Gửi thêm ảnh" } } },
  { action: { name: "close", input: {} } },
];

it("rebuilds from its entries the very head that every step of a journey wrote", async () => {
  const { client, table, tickets, open, act } = await ticketDesk();
  await open(zaloMessage("m1", "Ổ gà"));
  for (const { action, role } of journey) {
    await act("ticket-1", action, role);
    const query = new QueryCommand({
      TableName: table,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :e)",
      ExpressionAttributeValues: { ":pk": "T#ticket-1", ":e": "E#" },
    });
    const { Items = [] } = await client.send(query);
    let rebuilt: Ticket | undefined;
    for (const item of Items) rebuilt = applyEntry(rebuilt, ledgerEntrySchema.parse(item));
    expect(rebuilt).toEqual(await tickets.find("ticket-1"));
  }
});
