import { expect, it } from "vitest";
import { maskedName, maskedPhone, maskedText, seesAbuse, seesCitizen, starredText } from "#access/mask";
import { actingRole, maySee } from "#access/may-see";
import { signedCursors } from "#access/signed-cursor";
import { type DeskUser, deskUser } from "#access/staff";

const user = (roles: DeskUser["roles"], agencies: string[] = [], areas: string[] = []): DeskUser => ({
  id: "s1",
  roles,
  agencies,
  areas,
});
const ticket = { agency: "ubnd-xa-cai-be", supporting: ["so-xay-dung"], place: { areaCode: "xa-cai-be" } };

it.each`
  who                                    | user                                       | sees
  ${"an agent"}                          | ${user(["agent"])}                         | ${true}
  ${"an officer of the agency"}          | ${user(["officer"], ["ubnd-xa-cai-be"])}   | ${true}
  ${"an officer of a supporting agency"} | ${user(["officer"], ["so-xay-dung"])}      | ${true}
  ${"an officer of another agency"}      | ${user(["officer"], ["ubnd-xa-hoi-cu"])}   | ${false}
  ${"an officer of no agency"}           | ${user(["officer"])}                       | ${false}
  ${"a supervisor of the province"}      | ${user(["supervisor"])}                    | ${true}
  ${"a supervisor of another agency"}    | ${user(["supervisor"], ["so-y-te"])}       | ${false}
  ${"a supervisor of the area"}          | ${user(["supervisor"], [], ["xa-cai-be"])} | ${true}
  ${"an integration without agencies"}   | ${user(["integration"])}                   | ${false}
`("$who sees the ticket: $sees", ({ user, sees }) => {
  expect(maySee(user, ticket)).toBe(sees);
});

it("lets an officer act only on what their own agency owns", () => {
  expect(actingRole(user(["officer"], ["ubnd-xa-cai-be"]), ticket, ["officer"])).toBe("officer");
  expect(actingRole(user(["officer"], ["so-xay-dung"]), ticket, ["officer"])).toBeUndefined();
});

it("hides a citizen who asked for it from the agency, and never from the call centre", () => {
  const secret = { flags: { anonymous: true } as never };
  expect(seesCitizen(user(["officer"], ["ubnd-xa-cai-be"]), secret)).toBe(false);
  expect(seesCitizen(user(["agent"]), secret)).toBe(true);
});

it.each`
  claims                                                             | read
  ${{ sub: "s1", roles: ["agent"], agencies: ["a"] }}                | ${user(["agent"], ["a"])}
  ${{ sub: "s1", roles: "[officer supervisor]", agencies: "[a b]" }} | ${user(["officer", "supervisor"], ["a", "b"])}
  ${{ sub: "s1", roles: "agent" }}                                   | ${user(["agent"])}
  ${{ sub: "s1", roles: ["root"] }}                                  | ${undefined}
  ${{ roles: ["agent"] }}                                            | ${undefined}
  ${undefined}                                                       | ${undefined}
`("reads the claims $claims", ({ claims, read }) => {
  expect(deskUser(claims)).toEqual(read);
});

it("masks phones, names and long numbers", () => {
  expect(maskedPhone("+84900000022")).toBe("+8490*****22");
  expect(maskedName("Ngọc Ánh")).toBe("N. Á.");
  expect(maskedText("gọi 0900 000 022 nhé, CCCD 082.090.000.001, số nhà 45")).toBe(
    "gọi ••••• nhé, CCCD •••••, số nhà 45",
  );
});

it("masks what was found where it stands, and the long numbers that were not found", () => {
  const found = [
    { start: 12, end: 16 },
    { start: 4, end: 10 },
    { start: 5, end: 8 },
  ];
  expect(maskedText("tên Bà Tám ở 15/3, số 300000000", found)).toBe("tên ••••• ở•••••3, số •••••");
});

it("a star stands for each character of an insult, so that all other positions hold", () => {
  expect(starredText("đồ ngu, ổ gà 🕳", [{ start: 3, end: 6 }])).toBe("đồ ***, ổ gà 🕳");
});

it.each`
  who                            | user                                        | sees
  ${"an agent"}                  | ${user(["agent"])}                          | ${true}
  ${"a supervisor of the whole"} | ${user(["supervisor"])}                     | ${true}
  ${"a supervisor of an agency"} | ${user(["supervisor"], ["ubnd-xa-cai-be"])} | ${false}
  ${"an officer"}                | ${user(["officer"], ["ubnd-xa-cai-be"])}    | ${false}
`("$who reads insults as they were said: $sees", ({ user: who, sees }) => {
  expect(seesAbuse(who)).toBe(sees);
});

it("refuses a cursor that was changed or belongs to another list", () => {
  const cursors = signedCursors("key");
  const cursor = cursors.write("tickets", "2026-09-14#t1");
  expect(cursors.read("tickets", cursor)).toBe("2026-09-14#t1");
  expect(cursors.read("alerts", cursor)).toBeUndefined();
  expect(cursors.read("tickets", `${cursor.slice(0, -2)}AA`)).toBeUndefined();
  expect(cursors.read("tickets", "")).toBeUndefined();
});
