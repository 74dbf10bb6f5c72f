import { expect, it } from "vitest";
import type { Staff } from "#contracts/configuration/organisation";
import { createRouting } from "#routing/create-routing";
import { at, dongThap, dongThapParts } from "./dong-thap-routing.ts";

it.each`
  role                   | scope         | agency                        | told
  ${"officer"}           | ${"agency"}   | ${"ubnd-xa-vinh-kim"}         | ${["cv-ubnd-xa-vinh-kim"]}
  ${"unit-head"}         | ${"agency"}   | ${"dien-luc-sa-dec"}          | ${["ld-dien-luc-sa-dec"]}
  ${"department-head"}   | ${"parent"}   | ${"ubnd-xa-vinh-kim"}         | ${["phu-trach-ubnd-tinh"]}
  ${"department-head"}   | ${"parent"}   | ${"cong-ty-cap-nuoc-go-cong"} | ${["phu-trach-so-xay-dung"]}
  ${"supervisor"}        | ${"province"} | ${"ubnd-xa-vinh-kim"}         | ${["giam-sat-tinh-1", "giam-sat-tinh-2"]}
  ${"duty-supervisor"}   | ${"province"} | ${"ubnd-xa-vinh-kim"}         | ${["truc-ban-tinh"]}
  ${"vice-chair-office"} | ${"province"} | ${undefined}                  | ${["lanh-dao-van-phong-ubnd-tinh"]}
  ${"officer"}           | ${"agency"}   | ${undefined}                  | ${["cv-trung-tam-1022"]}
  ${"department-head"}   | ${"agency"}   | ${"ubnd-xa-vinh-kim"}         | ${[]}
  ${"unit-head"}         | ${"parent"}   | ${"ubnd-tinh"}                | ${[]}
  ${"officer"}           | ${"agency"}   | ${"gone"}                     | ${[]}
`("$role of scope $scope for $agency is $told", ({ role, scope, agency, told }) => {
  expect(dongThap.staffFor(role, scope, agency, at)).toEqual(told);
});

const person = (id: string, away: Staff["away"] = []): Staff => ({
  id,
  name: id,
  roles: id.startsWith("head") ? ["unit-head"] : [],
  agency: "so-y-te",
  away,
});
const week = { from: "2026-09-14", to: "2026-09-18" };

it.each`
  rule                                                 | staff                                                                                                                       | on              | told
  ${"a person on leave is replaced by their delegate"} | ${[person("head", [{ ...week, delegate: "deputy" }]), person("deputy")]}                                                    | ${"2026-09-14"} | ${["deputy"]}
  ${"the last day of leave still counts"}              | ${[person("head", [{ ...week, delegate: "deputy" }]), person("deputy")]}                                                    | ${"2026-09-18"} | ${["deputy"]}
  ${"after leave the person is told again"}            | ${[person("head", [{ ...week, delegate: "deputy" }]), person("deputy")]}                                                    | ${"2026-09-19"} | ${["head"]}
  ${"a delegate's delegate steps in"}                  | ${[person("head", [{ ...week, delegate: "deputy" }]), person("deputy", [{ ...week, delegate: "third" }]), person("third")]} | ${"2026-09-15"} | ${["third"]}
  ${"leave without a delegate leaves the place empty"} | ${[person("head", [week])]}                                                                                                 | ${"2026-09-15"} | ${[]}
  ${"delegates in a circle leave the place empty"}     | ${[person("head", [{ ...week, delegate: "head-2" }]), person("head-2", [{ ...week, delegate: "head" }])]}                   | ${"2026-09-15"} | ${[]}
  ${"one who stands in for two is told once"}          | ${[person("head", [{ ...week, delegate: "head-2" }]), person("head-2")]}                                                    | ${"2026-09-15"} | ${["head-2"]}
`("$rule", ({ staff, on, told }) => {
  const routing = createRouting(dongThapParts({ staff }));
  expect(routing.staffFor("unit-head", "agency", "so-y-te", new Date(`${on}T23:30:00+07:00`))).toEqual(told);
});

it("an agency without a calendar of its own works by the province's", () => {
  expect(dongThap.calendarOf("so-y-te", at)).toBe("hanh-chinh");
  expect(dongThap.calendarOf("cong-an-tinh", at)).toBe(dongThap.calendarOf(undefined, at));
});
