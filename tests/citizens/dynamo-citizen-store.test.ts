import { describe, expect, it } from "vitest";
import { dynamoCitizenStore } from "#citizens/dynamo-citizen-store";
import { dynamoEngines, freshTable } from "../fixtures/dynamo.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";

describe.each(dynamoEngines())("on %s", (engine) => {
  it("adds what it learns and keeps what is not said again", async () => {
    const { client, table } = await freshTable(engine);
    const citizens = dynamoCitizenStore(client, table);
    await citizens.learn({ id: "c1", name: "Người thử", phone: "+84900000022" });
    await citizens.learn({ id: "c1", address: "ấp 3" });
    expect(await citizens.find("c1")).toEqual({ id: "c1", name: "Người thử", phone: "+84900000022", address: "ấp 3" });
  });

  it("forgets a citizen wholly when erased", async () => {
    const { client, table } = await freshTable(engine);
    const citizens = dynamoCitizenStore(client, table);
    await citizens.learn({ id: "c1", phone: "+84900000022" });
    await citizens.erase("c1");
    expect(await citizens.find("c1")).toBeUndefined();
  });
});

it("finds the citizen and the way to answer behind a conversation, until they withdraw", async () => {
  const desk = await ticketDesk();
  const citizens = dynamoCitizenStore(desk.client, desk.table);
  const { conversation, reply } = zaloMessage("m1", "Ổ gà");
  await desk.open(zaloMessage("m1", "Ổ gà"));
  expect(await citizens.ofConversation(conversation)).toMatchObject({ ticketId: "ticket-1", reply });
  await citizens.silence(conversation);
  expect(await citizens.ofConversation(conversation)).toMatchObject({ reply: { kind: "none" } });
});

it("silences nothing where nobody has written yet", async () => {
  const { client, table } = await freshTable();
  const citizens = dynamoCitizenStore(client, table);
  await citizens.silence("zalo#nobody");
  expect(await citizens.ofConversation("zalo#nobody")).toBeUndefined();
});
