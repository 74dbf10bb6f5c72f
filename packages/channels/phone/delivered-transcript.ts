import { deliveryText } from "#channels/delivery-body";
import { callTranscriptOf } from "#channels/phone/transcript-call";
import { readTranscript } from "#channels/phone/transcripts/read-transcript";
import { readJson } from "#channels/read-json";
import type { Transcript } from "#contracts/inbound-message";
import type { RawDelivery } from "#contracts/raw-delivery";

/** The transcript that a delivery holds; undefined where it holds none that can be read. */
export function deliveredTranscript(delivery: RawDelivery): Transcript | undefined {
  if (delivery.source !== "phone/transcripts") return undefined;
  const given = callTranscriptOf(readJson(deliveryText(delivery) ?? ""));
  const reading = given === undefined ? undefined : readTranscript(given.transcript);
  return reading?.kind === "transcript" ? reading.transcript : undefined;
}
