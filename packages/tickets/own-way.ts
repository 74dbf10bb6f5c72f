import type { Redirect } from "#contracts/message-reading";

type Way = Redirect | undefined;

/**
 * It has its own law and its own office: complaints (Luật Khiếu nại 2011), denunciations (Luật Tố cáo 2018), requests
 * about one's own data (Luật Bảo vệ dữ liệu cá nhân 2025, answered within two working days).
 */
export function isUnderLaw(way: Way): way is Redirect {
  return way === "complaint" || isOfOwnLaw(way);
}

/** Whatever the conversation was about before, this is not it. A complaint may well be about the answer just given. */
export function isOfOwnLaw(way: Way): boolean {
  return way === "denunciation" || way === "data-rights";
}

/** A person decides: no agency gets it by rule, however clear its words are. */
export function waitsForPerson(way: Way): boolean {
  return isUnderLaw(way) || way === "follow-up";
}
