import { describe, expect, it } from "vitest";
import type { Ticket, TicketTriage } from "#contracts/ticket";
import { type Correction, correctionOf, type Judged } from "#triage/corrections/correction";
import { dynamoCorrections } from "#triage/corrections/dynamo-corrections";
import { liveAccuracy } from "#triage/corrections/live-accuracy";
import { labelledRequestSchema } from "#triage/labelled-request";
import { dynamoEngines, freshTable } from "../fixtures/dynamo.ts";
import { ticketOf } from "../notifications/scene.ts";

const at = new Date("2026-09-14T02:00:00.000Z");
const read = (value: string) => ({ value, confidence: 0.8, why: ["ống nước"] });
const place = (value: object) => ({ value, confidence: 0.9, why: ["Vĩnh Kim"] });
const triage = {
  category: read("thoat_nuoc"),
  urgency: { value: "normal", confidence: 0.7, why: ["bể"] },
  place: place({ areaCode: "xa-vinh-kim", area: "xã Vĩnh Kim" }),
} satisfies TicketTriage;
const judged = (rest: Partial<Judged> = {}, ticket: Partial<Ticket> = {}): Judged => ({
  ticket: ticketOf({ category: "cap_nuoc", urgency: "high", triage, ...ticket }),
  texts: ["Ống nước bể, gọi 0900000022"],
  area: "xã Vĩnh Kim",
  how: "classified",
  at,
  ...rest,
});
const flags = ticketOf().flags;

describe("a person's judgement of a request", () => {
  it("is a labelled request without personal data, beside what triage had read", () => {
    const correction = correctionOf(judged());
    expect(correction).toMatchObject({
      request: { text: "Ống nước bể, gọi ••••••••22", category: "cap_nuoc", urgency: "cao", place: "xã Vĩnh Kim" },
      read: { category: "thoat_nuoc", urgency: "binh_thuong", place: "xã Vĩnh Kim" },
    });
    expect(labelledRequestSchema.parse(correction?.request)).toEqual(correction?.request);
  });

  it.each`
    whose                                    | rest                | ticket
    ${"of one who wants to stay unnamed"}    | ${{}}               | ${{ flags: { ...flags, anonymous: true } }}
    ${"that is a denunciation"}              | ${{}}               | ${{ category: "khieu_nai_to_cao" }}
    ${"that was read as a denunciation"}     | ${{}}               | ${{ triage: { ...triage, category: read("khieu_nai_to_cao") } }}
    ${"of a sensor"}                         | ${{}}               | ${{ channel: "sensor" }}
    ${"without words, such as a photograph"} | ${{ texts: [" "] }} | ${{}}
  `("is not kept of a request $whose", ({ rest, ticket }) => {
    expect(correctionOf(judged(rest, ticket))).toBeUndefined();
  });

  it("speaks of all that the citizen wrote, and counts nothing against triage, which read the first message alone", () => {
    const correction = correctionOf(judged({ texts: ["Ống nước bể", "cháy luôn rồi"] }));
    expect(correction?.request.text).toBe("Ống nước bể\ncháy luôn rồi");
    expect(correction?.read).toEqual({});
  });

  it.each(["form", "agent"])("counts nothing that triage did not read but the %s said", (who) => {
    const said = { value: "cap_nuoc", confidence: 1, why: [who] };
    expect(correctionOf(judged({}, { triage: { ...triage, category: said } }))?.read).toEqual({
      urgency: "binh_thuong",
      place: "xã Vĩnh Kim",
    });
  });
});

const correction = (ticketId: string, rest: Partial<Correction> = {}): Correction => {
  const made = correctionOf(judged({}, { id: ticketId }));
  if (made === undefined) throw new TypeError("The request of this test can be kept");
  return { ...made, ...rest };
};

it("counts what was said outright apart from what was let stand, and a question with the right answer as right", () => {
  const counts = liveAccuracy([
    correction("t1"),
    correction("t2", { read: { category: "cap_nuoc", place: "xã Tân Thạnh | xã Vĩnh Kim" } }),
    correction("t3", { how: "kept", read: { category: "cap_nuoc" } }),
  ]);
  expect(counts.map(({ how, of, right, judged: all }) => `${how} ${of} ${right}/${all}`)).toEqual([
    "classified category 1/2",
    "classified urgency 0/1",
    "classified place 2/2",
    "kept category 1/1",
    "kept urgency 0/0",
    "kept place 0/0",
  ]);
});

describe.each(dynamoEngines())("corrections on %s", (engine) => {
  const later = new Date("2027-10-01T00:00:00.000Z");
  const stored = async () => {
    const { client, table } = await freshTable(engine);
    return dynamoCorrections(client, table);
  };
  const ids = (found: readonly Correction[]) => found.map(({ ticketId }) => ticketId);

  it("are found by when their tickets were opened, over the months, oldest first", async () => {
    const corrections = await stored();
    const openings = { t1: "2026-09-30T16:59:59.000Z", t2: "2026-10-31T20:00:00.000Z", t3: "2026-10-02T01:00:00.000Z" };
    for (const [id, openedAt] of Object.entries(openings)) await corrections.keep(correction(id, { openedAt }), later);
    const found = await corrections.openedSince(
      new Date("2026-10-01T00:00:00+07:00"),
      new Date("2026-11-02T00:00:00Z"),
    );
    expect(ids(found)).toEqual(["t3", "t2"]);
    expect(found[0]).toEqual(correction("t3", { openedAt: openings.t3 }));
  });

  it("are more than a page", async () => {
    const corrections = await stored();
    const many = Array.from({ length: 105 }, (_, at_) => correction(`t${at_}`));
    await Promise.all(many.map((one) => corrections.keep(one, later)));
    expect(await corrections.openedSince(new Date("2026-09-01T00:00:00Z"), at)).toHaveLength(105);
  });

  it("are one for each ticket: the last word stands, and nothing let stand replaces what was said", async () => {
    const corrections = await stored();
    const said = (category: string) => correction("t1", { request: { ...correction("t1").request, category } });
    await corrections.keep(correction("t1", { how: "kept" }), later);
    await corrections.keep(said("dien"), later);
    await corrections.keep(said("cap_nuoc"), later);
    await corrections.keep({ ...said("dien"), how: "kept" }, later);
    const found = await corrections.openedSince(new Date("2026-09-01T00:00:00Z"), at);
    expect(found).toEqual([said("cap_nuoc")]);
  });

  it("are over when their time is, even where the table has not removed them yet", async () => {
    const corrections = await stored();
    await corrections.keep(correction("t1"), at);
    expect(await corrections.openedSince(new Date("2026-09-01T00:00:00Z"), at)).toEqual([]);
  });
});
