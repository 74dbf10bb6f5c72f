import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import * as z from "zod";
import { localSecrets } from "../../../packages/local/local-secrets.ts";
import { readSample } from "../../../packages/local/send/sample.ts";
import { asItsVendor } from "../../../packages/local/send/vendor-hands.ts";
import { agent, type Deployed, type DeskTicket, desk } from "../deployed.ts";
import { check, eventually } from "../steps.ts";

const samples = {
  zalo: "zalo/text.json",
  "sms by eSMS": "sms/esms/unaccented-text.json",
  "sms by Twilio": "sms/twilio/accented-text.json",
  "sms by V-COM": "sms/vcom/unaccented-text.json",
  phone: "phone/transcripts/neutral-with-roles.json",
  "the web form": "web/form.json",
  sensor: "sensor/structured-alarm.json",
} as const;
export type SampleName = keyof typeof samples;

const expectedSchema = z.object({
  parsed: z.object({
    message: z.looseObject({
      text: z.string(),
      sender: z.looseObject({ id: z.string().optional(), phone: z.string().optional(), name: z.string().optional() }),
    }),
  }),
});

/** A genuine call of each channel, signed as its vendor signs, becomes a ticket that the desk can see. */
export async function channelsBecomeTickets(deployed: Deployed): Promise<ReadonlyMap<SampleName, DeskTicket>> {
  const tickets = new Map<SampleName, DeskTicket>();
  for (const [name, file] of Object.entries(samples) as [SampleName, string][]) {
    const ticket = deployed.steps.step(`a message by ${name} becomes a ticket`, () => ticketFrom(file, deployed));
    tickets.set(name, await ticket);
  }
  return tickets;
}

async function ticketFrom(file: string, deployed: Deployed): Promise<DeskTicket> {
  const path = `events/channels/${file}`;
  const { message } = expectedSchema.parse(
    JSON.parse(readFileSync(path.replace(".json", ".expected.json"), "utf8")),
  ).parsed;
  remember(message, deployed.personal);
  const { request, isToBeSigned } = readSample(path);
  const call = asItsVendor(request, {
    isFresh: true,
    isSigned: isToBeSigned,
    secrets: localSecrets,
    publicUrl: deployed.addresses.Url,
    now: new Date(),
    newId: () => randomBytes(10).toString("hex"),
  });
  const { status, text } = await deployed.call(call);
  check(status >= 200 && status < 300, `${call.method} ${call.path} answered ${status}: ${text}`);
  const wanted = message.text.normalize("NFC").slice(0, 30);
  const find = async () => {
    const view = desk(deployed, agent);
    for (const { code } of await view.tickets("limit=100")) {
      const ticket = await view.ticket(code);
      // two text messages of one number are one matter, whichever vendor brought them
      if (ticket.messages?.some((one) => one.text.includes(wanted)) === true) return ticket;
    }
    return undefined;
  };
  return eventually(`a ticket that says ${wanted}`, find, 30_000);
}

function remember({ text, sender }: z.infer<typeof expectedSchema>["parsed"]["message"], personal: Set<string>): void {
  personal.add(text.slice(0, 24));
  for (const word of [
    sender.id,
    sender.name,
    sender.phone,
    sender.phone?.replace("+84", "0"),
    sender.phone?.slice(1),
  ]) {
    if (word !== undefined && word.length >= 6) personal.add(word);
  }
}
