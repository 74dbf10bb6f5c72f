import { expect, it } from "vitest";
import { at, dongThap } from "./dong-thap-routing.ts";

function meant(name: string, accented: boolean): string | string[] {
  const match = dongThap.areaByName(name, at, { accented });
  if (match.kind === "exact") return match.area.code;
  return match.kind === "candidates" ? match.areas.map(({ code }) => code) : "unknown";
}

it.each`
  name                  | accented | area
  ${"xã Vĩnh Kim"}      | ${true}  | ${"xa-vinh-kim"}
  ${"vinh kim"}         | ${false} | ${"xa-vinh-kim"}
  ${"X. Vĩnh Kim"}      | ${true}  | ${"xa-vinh-kim"}
  ${"PHƯỜNG MỸ THO"}    | ${true}  | ${"phuong-my-tho"}
  ${"Mỹ Thọ"}           | ${true}  | ${"xa-my-tho"}
  ${"p. my tho"}        | ${false} | ${"phuong-my-tho"}
  ${"xã Tân Thạnh"}     | ${true}  | ${"xa-tan-thanh-thanh-binh"}
  ${"xã Tân Thành"}     | ${true}  | ${"xa-tan-thanh"}
  ${"Gò Công"}          | ${true}  | ${"phuong-go-cong"}
  ${"Tân Phú"}          | ${true}  | ${"xa-tan-phu"}
  ${"phường Thanh Hoà"} | ${true}  | ${"phuong-thanh-hoa"}
  ${"Vịnh Kim"}         | ${true}  | ${"xa-vinh-kim"}
  ${"phường 9"}         | ${true}  | ${"phuong-my-phong"}
  ${"P9"}               | ${false} | ${"phuong-my-phong"}
  ${"xã Tân Mỹ Chánh"}  | ${true}  | ${"phuong-my-phong"}
`("$name is $area", ({ name, accented, area }) => {
  expect(meant(name, accented)).toBe(area);
});

it.each`
  name                    | accented | areas
  ${"my tho"}             | ${false} | ${["phuong-my-tho", "xa-my-tho"]}
  ${"xa tan thanh"}       | ${false} | ${["xa-tan-thanh", "xa-tan-thanh-thanh-binh"]}
  ${"thành phố Mỹ Tho"}   | ${true}  | ${["phuong-my-tho", "phuong-dao-thanh", "phuong-my-phong", "phuong-thoi-son", "phuong-trung-an"]}
  ${"huyện Tân Phú Đông"} | ${true}  | ${["xa-tan-thoi", "xa-tan-phu-dong"]}
`("$name may be any of $areas, so the citizen is asked", ({ name, accented, areas }) => {
  expect(meant(name, accented)).toEqual(areas);
});

it.each(["", "xã", "Atlantis", "quận 1"])("%j is no place of the province", (name) => {
  expect(meant(name, true)).toBe("unknown");
});

it("both districts that were called Châu Thành are asked for", () => {
  const areas = meant("huyện Châu Thành", true);
  expect(areas).toEqual(expect.arrayContaining(["xa-vinh-kim", "xa-phu-huu"]));
});

it("names that are one without diacritics are told apart by the old district", () => {
  expect([dongThap.areaLabel("xa-tan-thanh", at), dongThap.areaLabel("xa-tan-thanh-thanh-binh", at)]).toEqual([
    "xã Tân Thành (Tân Hồng cũ)",
    "xã Tân Thạnh (Thanh Bình cũ)",
  ]);
  expect(dongThap.areaLabel("xa-atlantis", at)).toBe("xa-atlantis");
});
