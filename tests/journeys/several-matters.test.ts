import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { provinceRules } from "../../functions/province-rules.ts";
import { understanding } from "../../functions/understand.ts";
import { deskApi } from "../fixtures/desk-api.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { leaksIn, personalData, tellingText } from "../fixtures/personal-data.ts";

const dongThap = fileURLToPath(new URL("../../packages/province/dong-thap", import.meta.url));
const rules = provinceRules(dongThap);
const understand = understanding(dongThap, rules.province);

const abuse = "Đồ ngu";
const text = `${tellingText} Giữ kín tên giùm`;

interface Matter {
  readonly matter: number;
  readonly category: string;
  readonly text: string;
  readonly ticket?: string;
}
interface Whole {
  readonly code: string;
  readonly text: string;
  readonly agency: string;
  readonly summary: readonly string[];
  readonly place: { readonly areaCode?: string };
  readonly flags: { readonly anonymous: boolean };
  readonly messages: readonly {
    readonly id: string;
    readonly text: string;
    readonly reading: { readonly matters: readonly Matter[]; readonly personalData?: readonly object[] };
  }[];
}

async function threeMatters() {
  const desk = await deskApi({ understand, chooseAgency: rules.routing.chooseAgency });
  const opened = await desk.open(zaloMessage("m1", text));
  const ticket = "ticket" in opened ? opened.ticket : undefined;
  const code = ticket?.code ?? "";
  await desk.act("ticket-1", { name: "assign", input: { agency: "ubnd-phuong-my-tho" } });
  const whole = async (who: object, of = code) =>
    (await desk.call(who, "GET", `/desk/v1/tickets/${of}`)).body as unknown as Whole;
  return { ...desk, code, whole, officer: desk.officerOf("ubnd-phuong-my-tho") };
}

it("an agent reads all that was said, with what triage found in it", async () => {
  const { whole, agent } = await threeMatters();
  const seen = await whole(agent);
  expect(seen.text).toBe(text);
  const [message] = seen.messages;
  expect(message?.reading.matters.map(({ category }) => category)).toEqual([
    "chieu_sang",
    "thoat_nuoc",
    "trat_tu_do_thi",
  ]);
  expect(message?.reading.personalData).toHaveLength(Object.keys(personalData).length);
  expect(leaksIn(seen.summary)).toEqual([]);
});

it("an officer of the agency reads the matter, and neither who told it nor how they swore", async () => {
  const { call, whole, officer } = await threeMatters();
  const seen = await whole(officer);
  expect(seen.messages[0]?.text).toContain("cống thoát nước đầu hẻm bị tắc");
  const answers = [seen, (await call(officer, "GET", "/desk/v1/tickets")).body].map((body) => JSON.stringify(body));
  expect(answers.flatMap(leaksIn)).toEqual([]);
  expect(answers.filter((answer) => answer.includes(abuse))).toEqual([]);
  expect(seen.messages[0]?.reading.personalData).toBeUndefined();
});

it("a proposed matter becomes one ticket, however often it is asked for, and counts as used", async () => {
  const { call, whole, agent, officer, code } = await threeMatters();
  const messageId = (await whole(agent)).messages[0]?.id ?? "";
  const splitFrom = { code, messageId, matter: 1 };
  const asked = await Promise.all([1, 2].map(() => call(agent, "POST", "/desk/v1/tickets", { splitFrom })));
  asked.push(await call(agent, "POST", "/desk/v1/tickets", { splitFrom }));
  expect(asked.map(({ status }) => status)).toEqual([201, 201, 201]);
  const codes = new Set(asked.map(({ body }) => body.code));
  expect(codes.size).toBe(1);
  const [made = ""] = codes;
  const [message] = (await whole(agent)).messages;
  expect(message?.reading.matters.map(({ ticket }) => ticket)).toEqual([undefined, made, undefined]);

  const child = await whole(agent, made);
  expect(child).toMatchObject({
    text: "cống thoát nước đầu hẻm bị tắc, mưa là ngập;",
    category: "thoat_nuoc",
    agency: "ubnd-phuong-my-tho",
    place: { areaCode: "phuong-my-tho" },
    flags: { anonymous: true },
  });
  expect(leaksIn(await whole(officer, made))).toEqual([]);
});

it("what the citizen says next still joins the ticket they began with", async () => {
  const { call, whole, agent, code, open } = await threeMatters();
  const messageId = (await whole(agent)).messages[0]?.id ?? "";
  await call(agent, "POST", "/desk/v1/tickets", { splitFrom: { code, messageId, matter: 2 } });
  expect(await open(zaloMessage("m2", "Mong làm sớm"))).toMatchObject({ kind: "joined", ticket: { code } });
});

it.each`
  what                        | splitFrom               | path
  ${"a message of elsewhere"} | ${{ messageId: "x/y" }} | ${"splitFrom.messageId"}
  ${"a matter nobody found"}  | ${{ matter: 7 }}        | ${"splitFrom.matter"}
`("$what cannot be split off", async ({ splitFrom, path }) => {
  const { call, whole, agent, code } = await threeMatters();
  const messageId = (await whole(agent)).messages[0]?.id ?? "";
  const answer = await call(agent, "POST", "/desk/v1/tickets", { splitFrom: { code, messageId, ...splitFrom } });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } });
});
