import { expect, it } from "vitest";
import { alertSchema, outboundMessageSchema } from "#contracts/outbound-message";
import { tellIncident } from "#notifications/tell-incident";
import { at, context, routing, ticketOf } from "./scene.ts";

const incident = {
  id: "lao_dong_bhxh.xa-vinh-kim.2026-09-14T01",
  at,
  reporters: 12,
  category: "Lao động, bảo hiểm xã hội, an sinh",
  place: "xã Vĩnh Kim",
};
const onDuty = routing.staffFor("duty-supervisor", "province", undefined, new Date(at));

it("the duty supervisor, the province and the ticket's agency see one alert, the same whoever tells it again", () => {
  const { alerts } = tellIncident(incident, ticketOf(), context);
  expect(alerts.map(({ staff }) => staff)).toEqual([...onDuty, "~ubnd-xa-vinh-kim", "~province"]);
  expect(new Set(alerts.map(({ id }) => id)).size).toBe(1);
  expect(alertSchema.parse(alerts[0])).toMatchObject({
    kind: "incident-proposed",
    proposal: incident.id,
    ticketCode: "DT-2026-000123-K",
  });
  expect(tellIncident(incident, ticketOf({ version: 9, status: "resolved" }), context).alerts).toEqual(alerts);
});

it("the duty supervisor is told on each of their channels, in one text message without diacritics", () => {
  const { foldable, messages } = tellIncident(incident, ticketOf(), context);
  expect(messages).toEqual([]);
  expect(foldable.length).toBeGreaterThan(0);
  for (const { message } of foldable) {
    expect(outboundMessageSchema.parse(message)).toEqual(message);
    expect(message.recipient).toEqual({ kind: "staff", staff: onDuty[0] });
    expect(message.text).toContain("12 người báo trong 3 giờ: Lao động");
    expect(message.smsText).toMatch(/^[\x20-\x7e]{1,160}$/);
    expect(message.smsText).toMatch(/DT-2026-000123-K.*https:/);
  }
});
