import { expect, it } from "vitest";
import type { InboundMessage } from "#contracts/inbound-message";
import type { Redirect } from "#contracts/message-reading";
import { calmed, ownWay } from "../../functions/own-way.ts";

type Way = Parameters<typeof ownWay>[0];

const reading = (redirect: Redirect | undefined, found: Partial<Way> = {}): Way => ({
  category: [{ value: "khac", confidence: 0.9 }],
  needsTriage: false,
  emergency: false,
  keepNameSecret: false,
  ...(redirect === undefined ? {} : { redirect }),
  ...found,
});

const form: NonNullable<InboundMessage["form"]> = {
  code: "DT-2026-000001-A",
  trackingTokenHash: "",
  category: "cap_nuoc",
  publish: false,
  anonymous: false,
  consent: {},
};

it.each`
  redirect            | waits    | asksNothing | unknown
  ${undefined}        | ${false} | ${false}    | ${false}
  ${"complaint"}      | ${true}  | ${false}    | ${false}
  ${"denunciation"}   | ${true}  | ${false}    | ${true}
  ${"press"}          | ${true}  | ${false}    | ${false}
  ${"spam"}           | ${true}  | ${true}     | ${false}
  ${"scam"}           | ${true}  | ${true}     | ${false}
  ${"thanks"}         | ${true}  | ${true}     | ${false}
  ${"follow-up"}      | ${true}  | ${false}    | ${false}
  ${"data-rights"}    | ${true}  | ${false}    | ${false}
  ${"stop"}           | ${true}  | ${true}     | ${false}
  ${"other-province"} | ${true}  | ${false}    | ${false}
`(
  "$redirect: waits at the desk $waits, asks nothing $asksNothing, its teller stays unknown $unknown",
  ({ redirect, waits, asksNothing, unknown }) => {
    expect(ownWay(reading(redirect), undefined)).toMatchObject({
      needsTriage: waits,
      asksNothing,
      keepNameSecret: unknown,
    });
  },
);

it.each(["complaint", "denunciation", "data-rights"] as const)(
  "%s waits at the desk whatever category the citizen ticked",
  (redirect) => {
    expect(ownWay(reading(redirect), form).needsTriage).toBe(true);
  },
);

it("a citizen who ticked a category is believed when they also ask about last week", () => {
  expect(ownWay(reading("follow-up"), form).needsTriage).toBe(false);
});

it("danger does not wait at the desk, whatever else the message is", () => {
  expect(ownWay(reading("follow-up", { emergency: true }), undefined).needsTriage).toBe(false);
});

it("a STOP word silences us where it is all that was said, and not in the middle of a matter", () => {
  expect(ownWay(reading("stop"), undefined).wantsSilence).toBe(true);
  const bus = { category: [{ value: "giao_thong", confidence: 0.9 }] };
  expect(ownWay(reading("stop", bus), undefined).wantsSilence).toBe(false);
});

it.each(["spam", "scam"] as const)("%s hurries nobody", (redirect) => {
  expect(calmed(reading(redirect)).urgency?.value).toBe("low");
  expect(calmed(reading(redirect, { emergency: true }))).toEqual({});
  expect(calmed(reading(undefined))).toEqual({});
});
