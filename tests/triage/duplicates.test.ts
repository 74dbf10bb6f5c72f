import { expect, it } from "vitest";
import { SAME_FAULT_FROM, sameFaults } from "#triage/duplicates/same-fault";
import { sameMessage } from "#triage/duplicates/same-message";
import { stormsIn, stormThreshold } from "#triage/duplicates/storm";

const at = (local: string) => new Date(`2026-08-20T${local}:00+07:00`);
const earlier = [{ ticketId: "t1", text: "Cúp nước từ hôm qua đến giờ ở ấp 3 xã Vĩnh Kim", at: at("08:00") }];

it("the same words sent twice, once without diacritics, are one message", () => {
  expect(sameMessage("cup nuoc tu hom qua den gio o ap 3 xa Vinh Kim!", at("08:05"), earlier)?.ticketId).toBe("t1");
});

it("another matter and the same words a week later are news", () => {
  expect(sameMessage("đèn đường ấp 3 xã Vĩnh Kim không sáng", at("08:05"), earlier)).toBeUndefined();
  expect(sameMessage(earlier[0]?.text ?? "", new Date("2026-08-27T08:00:00+07:00"), earlier)).toBeUndefined();
});

const report = {
  ticketId: "new",
  category: "cap_nuoc",
  area: "xa-vinh-kim",
  text: "cúp nước ấp Gò Me",
  at: at("09:00"),
};

it("others' reports of the same category, place and hour are proposed, likeliest first", () => {
  const open = [
    { ...report, ticketId: "same", text: "mất nước ấp Gò Me từ sáng", at: at("08:30") },
    { ...report, ticketId: "older", text: "không có giọt nước nào", at: at("07:30") },
    { ...report, ticketId: "elsewhere", area: "xa-an-huu", text: "hết nước xài" },
    { ...report, ticketId: "light", category: "chieu_sang" },
  ];
  const proposals = sameFaults(report, open);
  expect(proposals.map(({ ticketId }) => ticketId)).toEqual(["same", "older"]);
  expect(proposals.every(({ score }) => score >= SAME_FAULT_FROM && score <= 1)).toBe(true);
});

it("a report without a place is never proposed by time alone", () => {
  const { area: _, ...unplaced } = report;
  expect(sameFaults(unplaced, [{ ...unplaced, ticketId: "other", text: "nước không có" }])).toEqual([]);
});

it.each`
  usual           | threshold
  ${[]}           | ${4}
  ${[0, 0, 1]}    | ${4}
  ${[4, 4, 4]}    | ${12}
  ${[25, 25, 25]} | ${45}
`("a storm begins at $threshold reports where $usual are usual", ({ usual, threshold }) => {
  expect(stormThreshold(usual)).toBe(threshold);
});

it("only windows beyond what is usual there are storms, the worst first", () => {
  const market = { category: "cap_nuoc", area: "phuong-my-tho", count: 20, usual: [4, 4, 4] };
  const hamlet = { category: "dien", area: "xa-ba-sao", count: 6, usual: [0, 0, 0] };
  const calm = { category: "moi_truong", area: "xa-cai-be", count: 5, usual: [5, 6, 5] };
  expect(stormsIn([calm, hamlet, market])).toEqual([market, hamlet]);
});
