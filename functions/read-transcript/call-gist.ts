import { deliveredTranscript } from "#channels/phone/delivered-transcript";
import type { WrittenGist } from "#contracts/gist";
import type { RawDelivery } from "#contracts/raw-delivery";
import type { LanguageModel } from "#language-model/language-model";
import type { Logger } from "#platform/logger";
import type { Metrics } from "#platform/metrics";
import { findPersonalData } from "#triage/personal-data/find-personal-data";
import { maskedCall } from "#triage/summary/masked-call";

export interface CallGistDependencies {
  readonly ask: LanguageModel;
  /** Who is asked, and with which wording: told beside what they wrote. */
  readonly by: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * A language model's gist of a transcript; undefined whatever goes wrong, and the ticket then gets the one that triage
 * takes from the caller's own words.
 */
export function callGist({ ask, by, logger, metrics }: CallGistDependencies) {
  return async (delivery: RawDelivery): Promise<WrittenGist | undefined> => {
    const transcript = deliveredTranscript(delivery);
    if (transcript === undefined) return undefined;
    try {
      const gist = await ask(maskedCall(transcript));
      const isMasked = [gist.title, ...gist.summary].every((line) => findPersonalData(line).length === 0);
      metrics.count("languageModel", 1, { outcome: isMasked ? "used" : "refused" });
      return isMasked ? { ...gist, by } : undefined;
    } catch (error) {
      metrics.count("languageModel", 1, { outcome: "failed" });
      logger.warn("language model gave no gist", { error });
      return undefined;
    }
  };
}
