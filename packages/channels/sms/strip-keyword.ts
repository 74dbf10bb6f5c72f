import { withoutDiacritics } from "#platform/without-diacritics";

/** Words that begin like the keyword PA and speak of the matter: a billboard, a panel, a car park. */
const LOANWORDS = /^(pano|panel|pate|patin|palang|parabol|pallet|park)/;
const SEPARATORS = /^[\s:;,.-]+/;

const folded = (text: string) => withoutDiacritics(text).toLowerCase();

/** What follows the keyword; undefined when the text does not begin with it. */
function afterKeyword(text: string, keyword: string): string | undefined {
  const rest = text.slice(keyword.length);
  if (folded(text.slice(0, keyword.length)) !== folded(keyword)) return undefined;
  if (rest === "" || SEPARATORS.test(rest)) return rest.replace(SEPARATORS, "");
  if (/\d$/.test(keyword) && /^\d/.test(rest)) return undefined;
  return LOANWORDS.test(folded(text.slice(0, 10))) ? undefined : rest;
}

/**
 * The text without the first words that a short code needs, each at most once: "1022 PA Cong tac" is "Cong tac".
 *
 * People write them in any case, with diacritics, and without the blank after them. A text of nothing else stays.
 */
export function stripKeyword(text: string, keywords: readonly string[]): string {
  const found = keywords.flatMap((keyword) => {
    const rest = afterKeyword(text, keyword);
    return rest === undefined ? [] : [{ keyword, rest }];
  });
  const longest = found.toSorted((a, b) => b.keyword.length - a.keyword.length)[0];
  if (longest === undefined || longest.rest === "") return text;
  return stripKeyword(
    longest.rest,
    keywords.filter((keyword) => keyword !== longest.keyword),
  );
}
