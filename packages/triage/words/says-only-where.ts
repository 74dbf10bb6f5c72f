import { PhraseBook } from "#triage/text/phrase-book";
import type { Token } from "#triage/text/tokens";

const WHERE = PhraseBook.of(
  (
    "trước, trước cổng, trước mặt, gần, kế, kế bên, cạnh, bên cạnh, sát, sát vách, đối diện, sau, sau lưng, phía sau, ngay, ngay cổng, ngang, " +
    "đi ngang, chạy ngang, đoạn qua, khúc qua, qua, cổng, đầu, cuối, bên hông, chỗ, khu, đường vô, đường vào, lộ vô, đường ra, quanh, xung quanh, " +
    "phía trước, cặp, dọc, từ, gần chỗ, ngã ba, ngã tư, gần cổng, trước nhà, hẻm"
  )
    .split(", ")
    .map((phrase) => [phrase, true] as const),
);
/** One text is heard by several word lists. */
const endsOf = new WeakMap<readonly Token[], ReadonlySet<number>>();

/** Whether what begins at a position only says where: "trước trường", "kế bệnh viện", "ngã tư chợ". */
export function saysOnlyWhere(tokens: readonly Token[], from: number): boolean {
  const known = endsOf.get(tokens);
  const ends = known ?? new Set(WHERE.findAll(tokens).map(({ to }) => to));
  if (known === undefined) endsOf.set(tokens, ends);
  return ends.has(from);
}
