import type { MessageReading, Stretch } from "#contracts/message-reading";
import { findPersonalData } from "./personal-data/find-personal-data.ts";
import { maskPersonalData } from "./personal-data/mask.ts";
import type { Matter, Reading } from "./reading.ts";

type Kept = Pick<Reading, "summary" | "redirect" | "matters" | "personalData" | "withoutAbuse">;

/** A reading in the form in which it is kept with its message: positions and masked lines, nothing that is empty. */
export function messageReadingOf(text: string, reading: Kept): MessageReading {
  const { summary, redirect, matters, personalData, withoutAbuse } = reading;
  return {
    // the place is told as the citizen wrote it, house number and all
    ...unlessEmpty(
      "summary",
      summary.map((line) => maskPersonalData(line, findPersonalData(line))),
    ),
    ...(redirect === undefined ? {} : { redirect }),
    ...unlessEmpty("matters", placedIn(text, matters)),
    ...unlessEmpty("personalData", [...personalData]),
    ...unlessEmpty("abuse", withoutAbuse === undefined ? [] : differences(text, withoutAbuse)),
  };
}

function unlessEmpty<N extends string, T>(name: N, found: T[]): { readonly [K in N]?: T[] } {
  return found.length === 0 ? {} : ({ [name]: found } as { readonly [K in N]: T[] });
}

/** Parts of a text in their order, each where it stands. */
function placedIn(text: string, matters: readonly Matter[]): NonNullable<MessageReading["matters"]> {
  let after = 0;
  return matters.flatMap(({ text: part, category, confidence }) => {
    const start = text.indexOf(part, after);
    if (start < 0) return [];
    after = start + part.length;
    return [{ start, end: after, category, confidence: Math.round(confidence * 1000) / 1000 }];
  });
}

/** Where two texts of one length differ: the masked text has a star for each letter that it hides. */
function differences(text: string, masked: string): Stretch[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === masked[at]) continue;
    const last = found.at(-1);
    if (last?.end === at) last.end = at + 1;
    else found.push({ start: at, end: at + 1 });
  }
  return found;
}
