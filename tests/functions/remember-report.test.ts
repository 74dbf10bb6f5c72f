import { expect, it } from "vitest";
import type { FaultReport } from "#duplicates/fault-report";
import type { IncidentProposal } from "#duplicates/incident-proposal";
import { packedSketch, wordSketch } from "#duplicates/word-sketch";
import { rememberReport } from "../../functions/publish-events/remember-report.ts";
import { entryOf, openedEvent, ticketOf } from "../notifications/scene.ts";

function remembering(made?: IncidentProposal) {
  const kept: FaultReport[] = [];
  const told: IncidentProposal[] = [];
  const remember = rememberReport({
    watch: async (report) => {
      kept.push(report);
      return made;
    },
    tell: async (proposal) => void told.push(proposal),
  });
  return { kept, told, remember };
}

it("a ticket that opens is remembered by category, place, time and hashes of its words, and by nobody's words", async () => {
  const { kept, told, remember } = remembering();
  const ticket = ticketOf({ title: "Ổ gà to trước chợ, gọi 0900 000 022" });
  await remember(entryOf([openedEvent(ticket)]), ticket);
  expect(kept).toEqual([
    {
      ticketId: "T1",
      citizen: "citizen-1",
      category: "giao_thong",
      area: "xa-vinh-kim",
      at: ticket.openedAt,
      words: packedSketch(wordSketch("o ga to truoc cho, goi")),
    },
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/chợ|cho |0900/);
  expect(told).toEqual([]);
});

it("a ticket that is classified anew is remembered where it is now; no other act and no ticket without a place is", async () => {
  const { kept, remember } = remembering();
  const { category, urgency } = ticketOf();
  const place = { areaCode: "xa-cai-be", area: "xã Cái Bè" };
  const classified = {
    type: "ticket.classified",
    category,
    urgency,
    place,
    needsTriage: false,
    emergency: false,
  } as const;
  await remember(entryOf([classified], { sequence: 2 }), ticketOf({ place }));
  await remember(entryOf([{ type: "ticket.noted", text: "x", by: "a" }]), ticketOf());
  await remember(entryOf([openedEvent(ticketOf({ place: {} }))]), ticketOf({ place: {} }));
  expect(kept.map(({ area }) => area)).toEqual(["xa-cai-be"]);
});

it("the proposal that a report made is told", async () => {
  const at = ticketOf().openedAt;
  const hour = { id: "giao_thong.xa-vinh-kim.2026-09-14T01", category: "giao_thong", area: "xa-vinh-kim" };
  const made = { ...hour, ticketId: "T1", at, from: at, lastAt: at, reporters: 4, usual: 0, threshold: 4 };
  const { told, remember } = remembering(made);
  await remember(entryOf([openedEvent(ticketOf())]), ticketOf());
  expect(told).toEqual([made]);
});
