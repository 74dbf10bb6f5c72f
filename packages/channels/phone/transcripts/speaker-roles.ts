import type { HeardTurn } from "#channels/phone/transcripts/heard";
import type { Turn } from "#channels/phone/transcripts/turn";
import { withoutDiacritics } from "#platform/without-diacritics";

/** The words with which a person of the call centre takes a call; a citizen says the hotline's name after a greeting. */
const GREETING = /\bxin nghe\b|\b(1022|tong dai|mot khong hai hai)\b.{0,60}\b(xin|kinh) chao\b/;
/** A short turn that is the greeting and nothing more. */
const WHOLE_GREETING = /^.{0,60}\bxin nghe( a)?[\s.,!]*$/;
/** Citizens often say "a lô" before the greeting; later "xin nghe" is no greeting any more. */
const OPENING_TURNS = 4;

const folded = ({ text }: HeardTurn) => withoutDiacritics(text.slice(0, 400)).toLowerCase();

/** The voice that takes the call. */
function agentVoice(turns: readonly HeardTurn[]): string | undefined {
  return turns.slice(0, OPENING_TURNS).find((turn) => turn.voice !== undefined && GREETING.test(folded(turn)))?.voice;
}

/** One voice alone, or none, is both sides mixed: only a turn that is the whole greeting is surely the agent's. */
function roleInMixture(turn: HeardTurn, index: number): Turn["speaker"] {
  return index < OPENING_TURNS && WHOLE_GREETING.test(folded(turn)) ? "agent" : "unknown";
}

/** With three voices or more, whoever is not the agent may be anybody. */
function roleAmong(voices: ReadonlySet<string>, voice: string | undefined, agent: string | undefined): Turn["speaker"] {
  if (agent === undefined || voice === undefined) return "unknown";
  if (voice === agent) return "agent";
  return voices.size === 2 ? "citizen" : "unknown";
}

/** Who says each turn: as told, else the greeting's voice is the agent and the only other one the citizen, else unknown. */
export function speakerRoles(turns: readonly HeardTurn[]): Turn["speaker"][] {
  const voices = new Set(turns.flatMap(({ voice }) => (voice === undefined ? [] : [voice])));
  const agent = agentVoice(turns);
  return turns.map((turn, index) => {
    if (turn.speaker !== undefined) return turn.speaker;
    return voices.size < 2 ? roleInMixture(turn, index) : roleAmong(voices, turn.voice, agent);
  });
}
