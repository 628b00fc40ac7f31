import type { Mention } from '../../core/match/mention';
import { resolveLink } from './links';
import type { PageMention } from './reader';
import { fold, type IsForeign, textOf } from './text';

// Within what `messaging/schemas` takes: one mention beyond it would have the whole page's question refused.
const TITLE_MAX_CHARS = 1_000;
const ABSTRACT_MAX_CHARS = 10_000;
const AUTHORS_MAX = 200;
const AUTHOR_MAX_CHARS = 200;
const VENUE_MAX_CHARS = 300;
const IDENTIFIER_MAX_CHARS = 500;
const ADDRESS_MAX_CHARS = 4_000;
const YEAR_MIN = 1_600;
const YEAR_MAX = 2_100;

/** What a reader found of a paper; the rest is absent. */
export type PaperFacts = Partial<Mention>;

const stated = (...texts: readonly (string | null | undefined)[]): string | null =>
  texts.find((text) => text !== null && text !== undefined && text !== '') ?? null;

/** Facts of `first`, each gap (absent or empty) filled from `second`. */
export function mergeFacts(first: PaperFacts, second: PaperFacts | null): PaperFacts {
  if (second === null) return first;
  return {
    title: stated(first.title, second.title),
    arxiv: stated(first.arxiv, second.arxiv),
    doi: stated(first.doi, second.doi),
    abstract: stated(first.abstract, second.abstract),
    authors: (first.authors?.length ? first.authors : second.authors) ?? [],
    year: first.year ?? second.year ?? null,
    venue: stated(first.venue, second.venue),
    url: stated(first.url, second.url),
    pdf: stated(first.pdf, second.pdf),
  };
}

const textOrNull = (text: string | null | undefined, max: number): string | null => {
  const folded = fold((text ?? '').slice(0, max + 1));
  return folded === '' || folded.length > max ? null : folded;
};

const address = (text: string | null | undefined): string | null => {
  if (text === null || text === undefined) return null;
  try {
    const href = resolveLink(text, new URL(text))?.href ?? '';
    // Measured here: escaped, an address may be nine times as long as it was written.
    return href !== '' && href.length <= ADDRESS_MAX_CHARS ? href : null;
  } catch {
    return null;
  }
};

const yearOrNull = (year: number | null | undefined): number | null =>
  typeof year === 'number' && Number.isInteger(year) && year >= YEAR_MIN && year <= YEAR_MAX ? year : null;

/**
 * A mention at its place, its parts bounded and one line each; null where no title and no identifier is left or no node
 * shows it. Titles over 1,000 characters are no titles.
 */
export function pageMention(
  facts: PaperFacts,
  target: readonly Node[],
  handle: Element | null = null,
): PageMention | null {
  const title = textOrNull(facts.title, TITLE_MAX_CHARS);
  const arxiv = textOrNull(facts.arxiv, IDENTIFIER_MAX_CHARS);
  const doi = textOrNull(facts.doi, IDENTIFIER_MAX_CHARS);
  if (target.length === 0 || (title === null && arxiv === null && doi === null)) return null;
  const mention: Mention = {
    title,
    arxiv,
    doi,
    abstract: textOrNull(facts.abstract, ABSTRACT_MAX_CHARS),
    authors: (facts.authors ?? [])
      .slice(0, AUTHORS_MAX)
      .map((author) => textOrNull(author, AUTHOR_MAX_CHARS))
      .filter((author) => author !== null),
    year: yearOrNull(facts.year),
    venue: textOrNull(facts.venue, VENUE_MAX_CHARS),
    url: address(facts.url),
    pdf: address(facts.pdf),
  };
  return { mention, target, handle };
}

/** The texts of some elements, those without text left out: author links, mostly. */
export function textsOf(elements: Iterable<Element>): string[] {
  const texts: string[] = [];
  for (const element of elements) {
    if (texts.length >= AUTHORS_MAX) break;
    const text = textOf(element);
    if (text !== '') texts.push(text);
  }
  return texts;
}

/** The names in a list of authors: its links' or, where the authors have no pages, what stands between its commas. */
export function namesIn(element: Element | null, isForeign?: IsForeign): readonly string[] {
  const linked = textsOf(element?.querySelectorAll('a') ?? []);
  if (linked.length > 0) return linked;
  const names = textOf(element, isForeign).split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** The names in elements of which each holds one, or a single one all of them; an element around others says them again. */
export function authorsIn(elements: readonly Element[]): readonly string[] {
  const few = elements.slice(0, AUTHORS_MAX);
  const inner = few.filter((element) => !few.some((other) => other !== element && element.contains(other)));
  const [first = null] = inner;
  const names = inner.length === 1 ? namesIn(first) : textsOf(inner);
  return names.filter((name) => /\p{L}/u.test(name));
}

/** The first year in a date of any style (`2021/06/17`, `17 Jun 2021`), or null. */
export function yearOf(date: string | null | undefined): number | null {
  const year = /(?:^|\D)((?:1[6-9]|20)\d\d)(?:\D|$)/.exec((date ?? '').slice(0, 100))?.[1];
  return year === undefined ? null : Number(year);
}
