import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { dynamoCitizenStore } from "#citizens/dynamo-citizen-store";
import type { InboundMessage } from "#contracts/inbound-message";
import { ticketCode } from "#tickets/ticket-code";
import { dynamoCorrections } from "#triage/corrections/dynamo-corrections";
import { judgeAll } from "#triage/evaluation/judged";
import { measuresOf } from "#triage/evaluation/measures";
import { readJson } from "#triage/files/read-json";
import { trainingRows } from "#triage/files/training-files";
import { labelledFileSchema } from "#triage/labelled-request";
import { deskApi } from "../fixtures/desk-api.ts";
import { dynamoEndpoint } from "../fixtures/dynamo.ts";
import { zaloMessage } from "../fixtures/messages.ts";
import { ticketDesk } from "../fixtures/ticket-desk.ts";
import { triage } from "../triage/triage-under-test.ts";

const command = fileURLToPath(new URL("../../packages/local/collect-corrections.ts", import.meta.url));

/** A ticket that triage read as a matter of roads, and the desk it lies on. */
async function misread(text: string, rest: Partial<InboundMessage> = {}, options: Parameters<typeof deskApi>[0] = {}) {
  const desk = await deskApi(options);
  const opened = await desk.open(zaloMessage("m1", text, rest));
  if (opened.kind === "duplicate") throw new TypeError("The message is new");
  const { code, citizen } = opened.ticket;
  const out = join(mkdtempSync(join(tmpdir(), "corrections-")), "corrections.json");
  const collect = async () => {
    const env = {
      TICKET_TABLE: desk.table,
      AWS_ENDPOINT_URL_DYNAMODB: dynamoEndpoint(),
      AWS_REGION: "ap-southeast-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
    };
    const args = [command, "--since", "2026-09-01", "--out", out];
    return (await promisify(execFile)(process.execPath, args, { env })).stdout;
  };
  const classify = (input: object) => desk.call(desk.agent, "PATCH", `/desk/v1/tickets/${code}`, input);
  const act = (name: string, input: object) =>
    desk.call(desk.agent, "POST", `/desk/v1/tickets/${code}/actions/${name}`, input);
  return { desk, citizen, out, collect, classify, act };
}

it("an agent's correction becomes, masked, a row that training and evaluation read", async () => {
  const { classify, collect, out } = await misread("Cây ngã chắn hẻm, gọi tui 0900000022 nghen");
  expect((await classify({ category: "cay_xanh", urgency: "high", place: { areaCode: "xa-cai-be" } })).status).toBe(
    200,
  );
  expect(await collect()).toContain("classified category 0 of 1 read rightly");
  expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject([
    {
      text: "Cây ngã chắn hẻm, gọi tui ••••••••22 nghen",
      channel: "zalo",
      category: "cay_xanh",
      urgency: "cao",
      place: "xã Cái Bè",
      how: "classified",
      read: { category: "giao_thong", urgency: "binh_thuong", place: "phường Mỹ Tho" },
    },
  ]);
  expect(trainingRows([pathToFileURL(out)]).at(-1)).toMatchObject({ request: { category: "cay_xanh" } });
  const judged = judgeAll(readJson(pathToFileURL(out), labelledFileSchema), triage, () => 0);
  expect(measuresOf(judged).length).toBeGreaterThan(0);
});

it("what is worked to its end as it was read is kept apart, as let stand", async () => {
  const { act, collect } = await misread("Ổ gà to trước chợ");
  await act("note", { text: "đã gọi cho phường" });
  expect(await collect()).toContain("Nothing has been judged");
  await act("resolve", { text: "đã vá" });
  expect(await collect()).toContain("kept       category 1 of 1 read rightly");
});

it("whoever is erased is erased from what is learned from", async () => {
  const { desk, citizen, classify, collect } = await misread("Cây ngã chắn hẻm nhà tui");
  await classify({ category: "cay_xanh" });
  expect(await collect()).toContain("1 requests written");
  await dynamoCitizenStore(desk.client, desk.table).erase(citizen);
  expect(await collect()).toContain("Nothing has been judged");
});

it("what was kept is not learned from once its citizen asks to stay unnamed, and goes with the next judgement", async () => {
  const text = "Cây ngã chắn hẻm";
  const plain = (await ticketDesk()).dependencies.understand;
  const understand = (message: InboundMessage) => ({
    ...plain(message),
    keepNameSecret: message.text.includes("giữ kín"),
  });
  const { desk, classify, collect } = await misread(text, {}, { understand });
  await classify({ category: "cay_xanh" });
  await desk.open(zaloMessage("m2", "nhớ giữ kín tên tui nghen"));
  expect(await collect()).toContain("Nothing has been judged");
  await classify({ category: "cay_xanh" });
  const corrections = dynamoCorrections(desk.client, desk.table);
  expect(await corrections.openedSince(new Date("2026-09-01T00:00:00Z"), desk.time.now)).toEqual([]);
});

const form = { trackingTokenHash: "0".repeat(64), anonymous: true, publish: false, consent: {} };

it("nothing is kept of one who wants to stay unnamed", async () => {
  const { classify, collect } = await misread("Cây ngã chắn hẻm", {
    form: { ...form, code: ticketCode("DT", 2026, 900) ?? "" },
  });
  expect((await classify({ category: "cay_xanh" })).status).toBe(200);
  expect(await collect()).toContain("Nothing has been judged");
});

it("an act is done also where its correction cannot be kept", async () => {
  const silence = () => Promise.reject(new Error("the table does not answer"));
  const corrections = { keep: silence, forget: silence };
  const desk = await deskApi({}, { corrections });
  const opened = await desk.open(zaloMessage("m1", "Ổ gà"));
  const code = opened.kind === "duplicate" ? "" : opened.ticket.code;
  const { status, body } = await desk.call(desk.agent, "PATCH", `/desk/v1/tickets/${code}`, { category: "cay_xanh" });
  expect([status, body.version]).toEqual([200, 2]);
  expect(desk.lines.join()).toContain("correction not kept");
});

it.each`
  given                                        | says
  ${["--out", "x.json"]}                       | ${"expected --since with a date such as 2026-10-01"}
  ${["--since", "October", "--out", "x.json"]} | ${"expected --since with a date such as 2026-10-01"}
  ${["--since", "2026-10-01"]}                 | ${"expected --out with a file to write"}
`("the command refuses $given and says what it expects", async ({ given, says }) => {
  const refused = promisify(execFile)(process.execPath, [command, ...given]);
  await expect(refused).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
});
