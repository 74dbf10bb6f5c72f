import { expect, it } from "vitest";
import { dynamoFaultReports } from "#duplicates/dynamo-fault-reports";
import { dynamoIncidentProposals } from "#duplicates/dynamo-incident-proposals";
import { PROVINCE_LIST } from "#notifications/alert-list";
import { findDuplicates } from "../../functions/desk-api/find-duplicates.ts";
import { hotline } from "../fixtures/hotline.ts";
import { zaloMessage } from "../fixtures/messages.ts";

const phone = (last: string) => `+84900000${last}`;
const zalo = (user: string, text: string) =>
  zaloMessage(`m-${user}`, text, {
    conversation: `zalo#${user}`,
    sender: { id: user },
    reply: { kind: "zalo", userId: user },
  });
const sms = (last: string, text: string) =>
  zaloMessage(`s-${last}`, text, {
    channel: "sms",
    source: "sms/esms",
    conversation: `sms#${last}`,
    sender: { id: last, phone: phone(last) },
    reply: { kind: "sms", phone: phone(last) },
  });
const call = (last: string, text: string) =>
  zaloMessage(`c-${last}`, text, {
    channel: "phone",
    source: "phone/transcripts",
    conversation: `phone#${last}`,
    sender: { id: last, phone: phone(last) },
    reply: { kind: "sms", phone: phone(last) },
  });

const neighbours = [
  ["08:40", zalo("9001", "Cúp nước từ sáng tới giờ ở xã Vĩnh Kim, không có giọt nào")],
  ["08:47", sms("041", "xa Vinh Kim mat nuoc may sinh hoat tu sang")],
  ["08:58", call("042", "Tôi ở xã Vĩnh Kim, nhà tôi mất nước máy từ sáng đến giờ")],
  ["09:04", sms("043", "Ca xom xa Vinh Kim khong co nuoc may de xai")],
  ["09:10", zalo("9002", "Nước máy xã Vĩnh Kim hôm nay bị cúp, mong nhà máy nước xem giúp")],
] as const;

it("five neighbours without water on three channels are one incident proposal and wake the duty supervisor once", async () => {
  const line = await hotline("2026-09-14T08:30:00+07:00");
  for (const [time, message] of neighbours) {
    await line.at(`2026-09-14T${time}:00+07:00`);
    await line.say(message);
  }
  await line.at("2026-09-14T09:20:00+07:00");

  const tickets = await line.reads.opened({ from: new Date("2026-09-14"), to: new Date("2026-09-15"), limit: 10 });
  expect(tickets.tickets.map(({ category, place }) => `${category} ${place.areaCode}`)).toEqual(
    Array(5).fill("cap_nuoc xa-vinh-kim"),
  );
  const proposals = dynamoIncidentProposals(line.client, line.table);
  const made = await proposals.madeBetween(new Date("2026-09-14"), new Date("2026-09-15"), 10);
  expect(made).toMatchObject([{ category: "cap_nuoc", area: "xa-vinh-kim", reporters: 4, ticketId: "ticket-4" }]);

  const listed = await line.alerts.page([PROVINCE_LIST], 50);
  const alerts = listed.alerts.filter(({ kind }) => kind === "incident-proposed");
  expect(alerts).toMatchObject([{ proposal: made[0]?.id, ticketId: "ticket-4" }]);
  const pages = line.told.filter(({ kind, text }) => kind === "alert" && text.includes("4 người báo"));
  expect(pages.length).toBeGreaterThan(0);
  expect(new Set(pages.map(({ channel, to }) => `${channel} ${to}`)).size).toBe(pages.length);
  expect(line.told.filter(({ kind }) => kind === "acknowledgement")).toHaveLength(5);

  const [newest] = tickets.tickets;
  const agent = { id: "agent-1", roles: ["agent"], agencies: [], areas: [] } as const;
  const looking = { reads: line.reads, reports: dynamoFaultReports(line.client, line.table) };
  const found = newest === undefined ? [] : await findDuplicates(newest, agent, looking);
  expect(found.map(({ kind }) => kind)).toEqual(Array(4).fill("same-fault"));
  expect(found.map(({ code }) => code).sort()).toEqual(
    tickets.tickets
      .slice(1)
      .map(({ code }) => code)
      .sort(),
  );
});
