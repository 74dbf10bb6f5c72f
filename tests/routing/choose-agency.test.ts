import { expect, it } from "vitest";
import { urgencySchema } from "#contracts/words";
import { createRouting } from "#routing/create-routing";
import { at, dongThap, dongThapParts } from "./dong-thap-routing.ts";

const { categories, areas } = dongThapParts();

it.each`
  matter                               | category                | urgency        | areaCode                     | agency
  ${"a pothole"}                       | ${"giao_thong"}         | ${"normal"}    | ${"xa-vinh-kim"}             | ${"ubnd-xa-vinh-kim"}
  ${"rubbish"}                         | ${"moi_truong"}         | ${"normal"}    | ${"phuong-my-tho"}           | ${"ubnd-phuong-my-tho"}
  ${"illegal building in Tân Thạnh"}   | ${"xay_dung"}           | ${"normal"}    | ${"xa-tan-thanh-thanh-binh"} | ${"ubnd-xa-tan-thanh-thanh-binh"}
  ${"no water in the east"}            | ${"cap_nuoc"}           | ${"high"}      | ${"xa-tan-phu-dong"}         | ${"cong-ty-cap-nuoc-go-cong"}
  ${"no water in the west"}            | ${"cap_nuoc"}           | ${"high"}      | ${"xa-lap-vo"}               | ${"cong-ty-cap-nuoc-dong-thap"}
  ${"a power cut"}                     | ${"dien"}               | ${"high"}      | ${"phuong-sa-dec"}           | ${"dien-luc-sa-dec"}
  ${"a live wire at an unknown place"} | ${"dien"}               | ${"emergency"} | ${undefined}                 | ${"cong-ty-dien-luc-dong-thap"}
  ${"a fire at an unknown place"}      | ${"an_ninh"}            | ${"emergency"} | ${undefined}                 | ${"cong-an-tinh"}
  ${"a closed sluice in Gò Công"}      | ${"nong_nghiep"}        | ${"high"}      | ${"xa-tan-dien"}             | ${"cong-ty-thuy-loi-tien-giang"}
  ${"a question on durian"}            | ${"nong_nghiep"}        | ${"low"}       | ${undefined}                 | ${"so-nong-nghiep-va-moi-truong"}
  ${"a rude clerk of a commune"}       | ${"thu_tuc_hanh_chinh"} | ${"normal"}    | ${"xa-cai-be"}               | ${"trung-tam-phuc-vu-hanh-chinh-cong"}
`("$matter goes to $agency", ({ category, urgency, areaCode, agency }) => {
  expect(dongThap.chooseAgency({ category, urgency, areaCode, at })).toMatchObject({ agency });
});

it.each`
  matter                           | category        | areaCode         | why
  ${"rubbish at an unknown place"} | ${"moi_truong"} | ${undefined}     | ${"chưa rõ xã, phường"}
  ${"no water, place unknown"}     | ${"cap_nuoc"}   | ${undefined}     | ${"chưa rõ xã, phường"}
  ${"a place that is no area"}     | ${"moi_truong"} | ${"xa-atlantis"} | ${"không có đơn vị cho khu vực xa-atlantis"}
  ${"a category without rule"}     | ${"vu_tru"}     | ${"xa-cai-be"}   | ${"chưa có quy tắc cho vu_tru"}
  ${"thanks and chat"}             | ${"khac"}       | ${undefined}     | ${"tổng đài trả lời trực tiếp"}
`("the desk looks at $matter", ({ category, areaCode, why }) => {
  expect(dongThap.chooseAgency({ category, urgency: "normal", areaCode, at })).toEqual({ desk: true, why });
});

it("a denunciation never goes to an agency, for it follows its own law", () => {
  const choice = dongThap.chooseAgency({ category: "khieu_nai_to_cao", urgency: "high", areaCode: "xa-cai-be", at });
  expect(choice).toMatchObject({ desk: true, why: expect.stringContaining("Luật Tố cáo") });
});

it("says why and names the agencies that help", () => {
  expect(dongThap.chooseAgency({ category: "giao_thong", urgency: "emergency", areaCode: "xa-vinh-kim", at })).toEqual({
    agency: "ubnd-xa-vinh-kim",
    supporting: ["so-xay-dung", "phong-canh-sat-giao-thong"],
    why: "lĩnh vực giao_thong, mức emergency, khu vực xa-vinh-kim",
  });
});

it("every category of every urgency in each of the 102 areas has an agency, but for what the desk answers itself", () => {
  const unrouted = categories
    .filter(({ code, redirect }) => redirect === undefined && code !== "khac")
    .flatMap(({ code: category }) =>
      urgencySchema.options.flatMap((urgency) =>
        areas
          .map(({ code: areaCode }) => dongThap.chooseAgency({ category, urgency, areaCode, at }))
          .filter((choice) => "desk" in choice),
      ),
    );
  expect(areas).toHaveLength(102);
  expect(unrouted).toEqual([]);
});

it.each`
  on                             | agency
  ${"2026-09-30T23:59:59+07:00"} | ${"so-cong-thuong"}
  ${"2026-09-30T17:00:00Z"}      | ${"so-y-te"}
`("a rule changes at midnight in Vietnam: at $on it is $agency", ({ on, agency }) => {
  const routes = [
    { category: "dien", to: { agency: "so-cong-thuong" }, validFrom: "2025-07-01", validTo: "2026-09-30" },
    { category: "dien", to: { agency: "so-y-te" }, validFrom: "2026-10-01" },
  ];
  const routing = createRouting(dongThapParts({ routes }));
  expect(routing.chooseAgency({ category: "dien", urgency: "normal", at: new Date(on) })).toMatchObject({ agency });
});

it("an agency that was dissolved gets nothing more, and is not asked to help", () => {
  const agencies = dongThapParts().agencies.map((row) =>
    ["so-y-te", "trung-tam-cap-cuu-115"].includes(row.id) ? { ...row, validTo: "2026-06-30" } : row,
  );
  const routes = [
    { category: "y_te", urgency: ["high" as const], to: { agency: "so-y-te" }, validFrom: "2025-07-01" },
    { category: "y_te", to: { agency: "so-noi-vu" }, supporting: ["trung-tam-cap-cuu-115"], validFrom: "2025-07-01" },
  ];
  const routing = createRouting(dongThapParts({ agencies, routes }));
  expect(routing.chooseAgency({ category: "y_te", urgency: "high", at })).toEqual({
    desk: true,
    why: "đơn vị không còn hoạt động",
  });
  expect(routing.chooseAgency({ category: "y_te", urgency: "low", at })).toMatchObject({ supporting: [] });
});

it("an old ticket keeps the name its agency had then", () => {
  const row = { id: "so-moi", kind: "department" as const, parent: "ubnd-tinh" };
  const agencies = [
    { ...row, name: "Sở Cũ", validFrom: "2025-07-01", validTo: "2026-06-30" },
    { ...row, name: "Sở Mới", validFrom: "2026-07-01" },
  ];
  const { agencyAt } = createRouting(dongThapParts({ agencies }));
  const names = ["2025-06-30", "2026-06-30", "2026-07-01"].map((day) => agencyAt("so-moi", new Date(day))?.name);
  expect(names).toEqual([undefined, "Sở Cũ", "Sở Mới"]);
});
