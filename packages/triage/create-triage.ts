import type { Area } from "#contracts/configuration/organisation";
import type { Transcript } from "#contracts/inbound-message";
import { whomToCall } from "./emergency/whom-to-call.ts";
import { type Evidence, evidenceOf, wordsHeard } from "./learned/evidence.ts";
import { type Judgement, judge } from "./learned/judge.ts";
import { linearModelOf } from "./learned/linear-model.ts";
import type { ModelFile } from "./learned/model-file.ts";
import { findPersonalData } from "./personal-data/find-personal-data.ts";
import { maskPersonalData } from "./personal-data/mask.ts";
import { addressIn } from "./place/address.ts";
import type { Gazetteer } from "./place/gazetteer.ts";
import { placeReader } from "./place/place-reader.ts";
import type { Matter, Reading, Triage } from "./reading.ts";
import { summarise } from "./summary/summarise.ts";
import { summariseCall } from "./summary/summarise-call.ts";
import { readUrgency } from "./urgency/read-urgency.ts";
import { abuseMasker } from "./words/abuse.ts";
import type { CompiledWords } from "./words/compiled-words.ts";
import { type Lexicon, lexiconOf } from "./words/lexicon.ts";
import { lexiconsOf } from "./words/lexicons.ts";
import { phraseFinder } from "./words/phrase-finder.ts";
import { redirectReader } from "./words/read-redirect.ts";
import { splitMatters } from "./words/split-matters.ts";

export interface TriageConfiguration {
  readonly words: CompiledWords;
  /** Without it the word lists judge alone. */
  readonly model?: ModelFile;
  readonly gazetteer: Gazetteer;
  readonly areas: readonly Area[];
}

/** Below this a person looks before the ticket is routed; chosen on the totals of the held-back texts, for one in eleven. */
const SURE_ENOUGH = 0.68;
const SURE_MATTER = 0.5;
const SURE_OF_PROVINCE = 0.8;
/** The category without a matter for an agency. */
const NO_MATTER = "khac";
const CHOICES = 3;

/** A reader of citizens' texts: pure, offline, the same answer for the same text. Build it once, at the start. */
export function createTriage({ words, model, gazetteer, areas }: TriageConfiguration): Triage {
  const judges = judgesOf(words, model);
  const readRedirect = redirectReader(lexiconOf(words.redirects));
  const wantsSecrecy = phraseFinder(words.keepNameSecret);
  const maskAbuse = abuseMasker(words.abuse);
  const readPlace = placeReader(areas, gazetteer);
  const hide = (text: string) => {
    const decent = maskAbuse(text) ?? text;
    return maskPersonalData(decent, findPersonalData(decent));
  };
  const gistOf = (masked: string, category: string, transcript: Transcript | undefined, where: string | undefined) => {
    const weigh = (sentence: string) => judges.weighFor(category, sentence);
    const ofCall = transcript && summariseCall(transcript, { mask: hide, weigh, where });
    return ofCall ?? summarise(masked, judges.weigh, where);
  };

  return (text, context): Reading => {
    const { evidence, category: judged, urgency } = judges.read(text);
    const { place, outside } = readPlace(evidence.normal, context);
    const category = outside === undefined || urgency.value === "emergency" ? judged : notOurs(judged);
    const best = category[0] ?? { value: "", confidence: 0 };
    const address = addressIn(evidence.normal.spelled);
    const redirect = readRedirect(evidence.tokens, best.value, urgency.value, outside);
    const withoutAbuse = maskAbuse(text);
    const personalData = findPersonalData(text);
    const masked = maskPersonalData(withoutAbuse ?? text, personalData);
    return {
      category: category.slice(0, CHOICES),
      needsTriage: best.confidence < SURE_ENOUGH,
      why: spoken(evidence, "category", judges.categories, best.value),
      urgency: { ...urgency, why: spoken(evidence, "urgency", judges.urgencies, urgency.value) },
      emergency: urgency.value === "emergency",
      place,
      matters: mattersIn(text, judges.categoryOf),
      personalData,
      keepNameSecret: wantsSecrecy(evidence.tokens),
      ...gistOf(masked, best.value, context.transcript, place.kind === "known" ? place.place.name : address),
      ...defined({ callFirst: whomToCall(evidence), address, outsideProvince: outside, redirect, withoutAbuse }),
    };
  };
}

/** A matter of another province is none of ours, whatever it is about. */
function notOurs(judged: Judgement): Judgement {
  return [{ value: NO_MATTER, confidence: SURE_OF_PROVINCE }, ...judged.filter(({ value }) => value !== NO_MATTER)];
}

/** Only the fields that have a value. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function judgesOf(words: CompiledWords, file: ModelFile | undefined) {
  const lexicons = lexiconsOf(words);
  const model = file === undefined ? undefined : linearModelOf(file);
  const scoresOf = (sentence: string) => lexicons.category.hear(wordsHeard(sentence).tokens).scores;
  return {
    categories: lexicons.category,
    urgencies: lexicons.urgency,
    categoryOf: (text: string) => judge(lexicons, evidenceOf(text, lexicons), model).category,
    /** How much a sentence says about the matter. */
    weigh: (sentence: string) => Math.max(0, ...scoresOf(sentence)),
    /** How much it says about a matter of this category. */
    weighFor: (category: string, sentence: string) =>
      scoresOf(sentence)[lexicons.category.labels.indexOf(category)] ?? 0,
    read(text: string) {
      const evidence = evidenceOf(text, lexicons);
      const { category, urgency, emergency } = judge(lexicons, evidence, model);
      return { evidence, category, urgency: readUrgency(urgency, emergency) };
    },
  };
}

/** The phrases of a text that spoke for a label, the loudest first. */
function spoken(evidence: Evidence, head: string, { labels }: Lexicon, name: string): readonly string[] {
  const index = labels.indexOf(name);
  const votes = evidence.heard[head]?.votes ?? [];
  const loud = votes.filter(({ label, weight }) => label === index && weight > 0).sort((a, b) => b.weight - a.weight);
  return [...new Set(loud.map(({ phrase }) => phrase))];
}

/** Several matters in one message, when its parts clearly speak of different things. */
function mattersIn(text: string, categoryOf: (part: string) => Judgement): readonly Matter[] {
  const parts = splitMatters(text).flatMap((part) => {
    const [best] = categoryOf(part);
    return best === undefined || best.confidence < SURE_MATTER
      ? []
      : [{ text: part, category: best.value, confidence: best.confidence }];
  });
  return new Set(parts.map(({ category }) => category)).size > 1 ? parts : [];
}
