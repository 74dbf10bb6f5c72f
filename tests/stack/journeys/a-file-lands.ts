import { readFileSync } from "node:fs";
import * as z from "zod";
import { agent, type Deployed, desk } from "../deployed.ts";
import { eventually } from "../steps.ts";

const sampleSchema = z.object({ request: z.object({ body: z.string() }) });

/** A file in the bucket wakes a function and becomes a ticket: a transcript of a call, or a mail as SES lays it down. */
export async function aFileLands(deployed: Deployed): Promise<void> {
  const { steps, cloud, addresses, personal } = deployed;
  await steps.step("a transcript that lands in the bucket becomes a ticket", async () => {
    const said = "Tôi báo cây ngã chắn ngang tỉnh lộ 855 gần cầu Kênh Mới";
    personal.add(said);
    const file = "events/channels/phone/transcripts/neutral-with-roles.json";
    const { body } = sampleSchema.parse(JSON.parse(readFileSync(file, "utf8"))).request;
    await cloud.putFile(addresses.TranscriptsBucket, "transcripts/stack-call-1.json", withWords(body, said));
    await ticketThatSays(said, deployed);
  });
  await steps.step("a mail that lands in the bucket becomes a ticket", async () => {
    const said = "Đèn đường khóm 4 hư ba đêm";
    for (const word of [said, "nguoi.dan@example.vn"]) personal.add(word);
    const mail = readFileSync("events/channels/email/quoted-printable-text.eml", "utf8");
    await cloud.putFile(addresses.TranscriptsBucket, "mail/stack-mail-1", mail);
    await ticketThatSays(said, deployed);
  });
}

function ticketThatSays(said: string, deployed: Deployed) {
  const find = async () => (await desk(deployed, agent).tickets("limit=100")).find(({ text }) => text.includes(said));
  return eventually("its ticket", find, 30_000);
}

const callSchema = z.looseObject({
  call: z.looseObject({ id: z.string(), from: z.string().optional() }),
  transcript: z.looseObject({ turns: z.array(z.looseObject({ speaker: z.string(), text: z.string() })) }),
});

/** The sample's call under another id and number, with a citizen who says this. */
function withWords(body: string, text: string): string {
  const { call, transcript, ...rest } = callSchema.parse(JSON.parse(body));
  const turns = transcript.turns.map((turn) => (turn.speaker === "citizen" ? { ...turn, text } : turn));
  const otherCall = { ...call, id: "stack-call-1", from: "0900000855" };
  return JSON.stringify({ ...rest, call: otherCall, transcript: { ...transcript, turns } });
}
