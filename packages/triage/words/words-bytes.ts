import { headAndBody, headedBytes } from "#triage/files/headed-bytes";
import type { CompiledList } from "./compiled-list.ts";
import type { CompiledWords } from "./compiled-words.ts";

/** Where each page of a list lies among the pages of the file. */
interface ListIndex {
  readonly labels: readonly string[];
  /** By first syllable: from and to, in bytes. */
  readonly pages: Readonly<Record<string, readonly [from: number, to: number]>>;
}

interface Header extends Pick<CompiledWords, "keepNameSecret" | "abuse"> {
  readonly lists: Readonly<Record<"categories" | "urgencies" | "redirects" | "kinds", ListIndex>>;
  readonly weightsOfKinds: readonly number[];
}

/**
 * Compiled words as the file of a function's bundle: an index, then all pages.
 *
 * A start reads the index alone; of forty thousand phrases a text asks for a few hundred.
 */
export function wordsBytes(words: CompiledWords): Buffer {
  const { categories, urgencies, redirects, emergencies, keepNameSecret, abuse } = words;
  const pages: Buffer[] = [];
  let end = 0;
  const indexOf = ({ labels, firsts, page }: CompiledList): ListIndex => {
    const places = firsts.map((first) => {
      const bytes = Buffer.from(page(first) ?? "");
      pages.push(bytes);
      end += bytes.length;
      return [first, [end - bytes.length, end]] as const;
    });
    return { labels, pages: Object.fromEntries(places) };
  };
  const header: Header = {
    lists: {
      categories: indexOf(categories),
      urgencies: indexOf(urgencies),
      redirects: indexOf(redirects),
      kinds: indexOf(emergencies.kinds),
    },
    weightsOfKinds: emergencies.weights,
    keepNameSecret,
    abuse,
  };
  return headedBytes(header, ...pages);
}

export function wordsOf(bytes: Buffer): CompiledWords {
  const { header, body } = headAndBody(bytes);
  const { lists, weightsOfKinds, keepNameSecret, abuse } = header as Header;
  const listOf = ({ labels, pages }: ListIndex): CompiledList => ({
    labels,
    firsts: Object.keys(pages),
    page(first) {
      const place = Object.hasOwn(pages, first) ? pages[first] : undefined;
      return place === undefined ? undefined : body.toString("utf8", ...place);
    },
  });
  return {
    categories: listOf(lists.categories),
    urgencies: listOf(lists.urgencies),
    redirects: listOf(lists.redirects),
    emergencies: { kinds: listOf(lists.kinds), weights: weightsOfKinds },
    keepNameSecret,
    abuse,
  };
}
