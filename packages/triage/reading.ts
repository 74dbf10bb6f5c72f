import type { Transcript } from "#contracts/inbound-message";
import type { PersonalDataKind, Redirect } from "#contracts/message-reading";
import type { Channel, EmergencyNumber, Urgency } from "#contracts/words";

export type { PersonalDataKind, Redirect };

/** What may help to read a text besides the text. */
export interface ReadingContext {
  readonly channel: Channel;
  /** Date of the message, `YYYY-MM-DD`: names of places change with the law. Defaults to after the last change. */
  readonly today?: string;
  readonly location?: { readonly lat: number; readonly lon: number };
  /** Who said what on a call: its gist is taken from the caller's turns. */
  readonly transcript?: Transcript;
}

export interface Choice<T> {
  readonly value: T;
  readonly confidence: number;
}

/** A place as people name it, e.g. "xã Vĩnh Kim", with its area's code. */
export interface NamedArea {
  readonly area: string;
  readonly name: string;
}

/** `asked`: several fit equally well. `unknown`: the text does not say. */
export type PlaceRead =
  | { readonly kind: "known"; readonly place: NamedArea; readonly confidence: number; readonly why: readonly string[] }
  | { readonly kind: "asked"; readonly candidates: readonly NamedArea[]; readonly why: readonly string[] }
  | { readonly kind: "unknown" };

/** Where personal data stands in the text as it was received: UTF-16 positions, `end` exclusive. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** One of several matters in a message: a proposal for the agent. */
export interface Matter {
  readonly text: string;
  readonly category: string;
  readonly confidence: number;
}

/** Everything triage makes of a text. All of it is a proposal; an emergency alone acts before anyone has looked. */
export interface Reading {
  /** Best first, at most three. */
  readonly category: readonly Choice<string>[];
  /** Too unsure to route without a person. */
  readonly needsTriage: boolean;
  /** The citizen's words that spoke for the category. */
  readonly why: readonly string[];
  readonly urgency: Choice<Urgency> & { readonly why: readonly string[] };
  readonly emergency: boolean;
  /** Whom to call in the dangers the text names, the fittest first; also where it is no emergency. */
  readonly callFirst?: readonly EmergencyNumber[];
  readonly place: PlaceRead;
  /** House number, hamlet, road as written, when the text gives them. */
  readonly address?: string;
  readonly outsideProvince?: string;
  readonly redirect?: Redirect;
  readonly matters: readonly Matter[];
  readonly personalData: readonly PersonalData[];
  /** The reporter asked that nobody learn who told. */
  readonly keepNameSecret: boolean;
  /** The text with abuse masked; absent when there is none. */
  readonly withoutAbuse?: string;
  readonly title: string;
  readonly summary: readonly string[];
}

export type Triage = (text: string, context: ReadingContext) => Reading;
