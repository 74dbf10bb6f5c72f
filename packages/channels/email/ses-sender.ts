import { type SESv2Client, SendEmailCommand, type SendEmailCommandInput } from "@aws-sdk/client-sesv2";
import { headerText } from "#channels/email/header-text";
import { sesFault } from "#channels/email/ses-fault";
import { onlyGiven } from "#channels/only-given";
import type { OutboundDelivery, Sender, SendOutcome } from "#contracts/outbound-message";

export interface SesSenderSettings {
  readonly client: SESv2Client;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo?: string;
  readonly configurationSet?: string;
  readonly timeoutMs?: number;
}

/** One address and nothing that could be read as another header or another person. */
const ADDRESS = /^[^\s@<>",;:()[\]\\]{1,64}@[A-Za-z0-9.-]{1,253}\.[A-Za-z0-9-]{2,63}$/;
const LONGEST_SUBJECT = 200;

const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });

function emailOf({ to, subject, text, kind }: OutboundDelivery, settings: SesSenderSettings): SendEmailCommandInput {
  const { from, replyTo, configurationSet } = settings;
  const firstLine = text.split("\n", 1)[0] ?? "";
  return {
    FromEmailAddress: `${headerText(from.name)} <${from.address}>`,
    Destination: { ToAddresses: [to] },
    ...onlyGiven({ ReplyToAddresses: replyTo === undefined ? undefined : [replyTo] }),
    Content: { Simple: { Subject: utf8(oneLine(subject ?? firstLine)), Body: { Text: utf8(text) } } },
    EmailTags: [{ Name: "kind", Value: kind }],
    ...onlyGiven({ ConfigurationSetName: configurationSet }),
  };
}

/** A line break in a subject would begin a header of the writer's choice. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_SUBJECT)
    .toWellFormed();
}

async function send(delivery: OutboundDelivery, settings: SesSenderSettings): Promise<SendOutcome> {
  if (!ADDRESS.test(delivery.to)) return { kind: "unreachable", reason: "no e-mail address" };
  const { client, timeoutMs = 10_000 } = settings;
  try {
    const command = new SendEmailCommand(emailOf(delivery, settings));
    const { MessageId } = await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) });
    return { kind: "sent", ...onlyGiven({ vendorMessageId: MessageId }) };
  } catch (error) {
    return sesFault(error);
  }
}

/** E-mail through Amazon SES. It has no id of ours and no list of what it took, so after a lost answer nobody knows. */
export function sesSender(settings: SesSenderSettings): Sender {
  return { channel: "email", send: (delivery) => send(delivery, settings), wasSent: async () => "unknown" };
}
