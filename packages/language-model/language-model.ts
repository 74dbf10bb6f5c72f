import type { Gist } from "#contracts/gist";

/**
 * Writes the gist of a masked call. It may fail in every way a thing far away can: whoever asks has an answer without it.
 */
export type LanguageModel = (masked: string) => Promise<Gist>;
