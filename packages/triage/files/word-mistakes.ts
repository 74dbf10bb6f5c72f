import { urgencySchema } from "#contracts/words";
import type { TriageWords, WordList } from "#triage/words/word-list";

/** As the reader hears a text: words with one blank between them, no marks. Anything else could never be found. */
const SPOKEN = /^[\p{L}\p{M}\d]+(?: [\p{L}\p{M}\d]+)*$/u;
const FOR = ["strong", "fair", "weak"] as const;

/** What is wrong in a province's words beyond their form, each with the place of the entry in the file. */
export function wordMistakes(words: TriageWords, categories: readonly string[]): string[] {
  const { categories: topics, urgencies, redirects, emergencies, keepNameSecret, abuse } = words;
  return [
    ...readingMistakes("categories", topics, categories),
    ...readingMistakes("urgencies", urgencies, urgencySchema.options),
    ...Object.entries({ categories: topics, urgencies, redirects }).flatMap(([part, list]) => listMistakes(part, list)),
    ...Object.entries(emergencies).flatMap(([kind, { phrases }]) =>
      phraseMistakes(`emergencies.${kind}.phrases`, phrases),
    ),
    ...phraseMistakes("keepNameSecret", keepNameSecret),
    ...phraseMistakes("abuse", abuse),
  ];
}

/** A reading nobody else knows would send tickets nowhere; one without words would be found by the model alone. */
function readingMistakes(part: string, { readings }: WordList, known: readonly string[]): string[] {
  const unknown = Object.keys(readings).filter((name) => !known.includes(name));
  const missing = known.filter((name) => !(name in readings));
  return [
    ...unknown.map((name) => `${part}.readings.${name}: nobody knows it, expected one of ${known.join(", ")}`),
    ...missing.map((name) => `${part}.readings.${name}: is missing, expected its words`),
  ];
}

function listMistakes(part: string, { weights, readings }: WordList): string[] {
  return [
    ...FOR.flatMap((name) =>
      weights[name] > 0 ? [] : [`${part}.weights.${name}: is ${weights[name]}, expected more than zero`],
    ),
    ...(weights.against < 0 ? [] : [`${part}.weights.against: is ${weights.against}, expected less than zero`]),
    ...Object.entries(readings).flatMap(([name, voices]) => voiceMistakes(`${part}.readings.${name}`, voices)),
  ];
}

function voiceMistakes(at: string, voices: WordList["readings"][string]): string[] {
  const against = new Set(voices.against);
  return [
    ...Object.entries(voices).flatMap(([loudness, phrases]) => phraseMistakes(`${at}.${loudness}`, phrases)),
    ...FOR.flatMap((loudness) =>
      voices[loudness].flatMap((phrase, row) =>
        against.has(phrase) ? [`${at}.${loudness}[${row}]: "${phrase}" stands under against too, expected one`] : [],
      ),
    ),
  ];
}

function phraseMistakes(at: string, phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase, row) =>
    SPOKEN.test(phrase) ? [] : [`${at}[${row}]: "${phrase}" could never be heard, expected words with single blanks`],
  );
}
