import { expect, it } from "vitest";
import { hotline } from "../fixtures/hotline.ts";
import { zaloMessage } from "../fixtures/messages.ts";

const emergencies = async (line: Awaited<ReturnType<typeof hotline>>) =>
  (await line.alerts.page(["~province"], 50)).alerts.filter(({ kind }) => kind === "emergency").length;

it("an emergency that is classified anew, and stays one, wakes nobody again", async () => {
  const line = await hotline("2026-09-14T08:15:30+07:00", "emergency");
  await line.say(zaloMessage("m1", "Cháy nhà ở chợ Vĩnh Kim, xã Vĩnh Kim"));
  expect(await emergencies(line)).toBe(1);
  await line.act("ticket-1", { name: "classify", input: { title: "Cháy nhà ở chợ" } }, "agent");
  expect(await emergencies(line)).toBe(1);
});

it("a ticket that an agent raises to an emergency wakes the duty supervisor and advises the citizen", async () => {
  const line = await hotline("2026-09-14T08:15:30+07:00");
  await line.say(zaloMessage("m1", "Ổ gà ở chợ Vĩnh Kim, xã Vĩnh Kim"));
  await line.act("ticket-1", { name: "classify", input: { urgency: "emergency" } }, "agent");
  expect(await emergencies(line)).toBe(1);
  expect(line.told.some(({ kind, channel }) => kind === "emergency-advice" && channel === "zalo")).toBe(true);
});
