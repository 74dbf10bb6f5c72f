import type { OutboundMessage } from "#contracts/outbound-message";
import type { Received } from "#local/vendors/received";
import type { WholeTable } from "./dynamo-whole-table.ts";
import { exactly, type Measure, never, told } from "./measure.ts";

/** Folded ones left in a digest. Of an unconfirmed one its vendor cannot tell, so it is not sent again and the desk hears of it. */
const hasLeft = ({ state }: OutboundMessage) => state !== "folded" && state !== "unconfirmed";
const mayHaveLeft = ({ state }: OutboundMessage) => state !== "folded";

/** An SMS carries our id of the message; elsewhere its words tell which it is. */
const meantAs = ({ channel, id, text }: OutboundMessage) => `${channel} ${channel === "sms" ? id : words(text)}`;
const takenAs = ({ channel, messageId, text }: Received) => `${channel} ${channel === "sms" ? messageId : words(text)}`;
const words = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

const counted = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const each of names) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
};

/** Was each thing that had to be told taken by its vendor once, and did each citizen hear that their matter arrived? */
export function checkTold({ tickets, outbound }: WholeTable, taken: readonly Received[]): Measure[] {
  const allowed = counted(outbound.filter(mayHaveLeft).map(meantAs));
  const due = counted(outbound.filter(hasLeft).map(meantAs));
  const takenNames = counted(taken.map(takenAs));
  const tooOften = [...takenNames].reduce(
    (sum, [name, times]) => sum + Math.max(0, times - (allowed.get(name) ?? 0)),
    0,
  );
  const neverTold = [...due].reduce((sum, [name, times]) => sum + Math.max(0, times - (takenNames.get(name) ?? 0)), 0);
  const acknowledged = outbound.filter(({ kind }) => kind === "acknowledgement").map(({ ticketId }) => ticketId);
  return [
    exactly("tickets acknowledged to their citizen", new Set(acknowledged).size, tickets.length, "tickets"),
    never("acknowledgements said twice", acknowledged.length - new Set(acknowledged).size, "messages"),
    never("messages that a vendor took twice", tooOften, "messages"),
    never("messages that no vendor took", neverTold, "messages"),
    never("messages that failed", outbound.filter(({ state }) => state === "failed").length, "messages"),
    told(
      "messages that nobody can tell the fate of",
      outbound.filter(({ state }) => state === "unconfirmed").length,
      "messages",
    ),
    told("messages taken by vendors", taken.length, "messages"),
  ];
}
