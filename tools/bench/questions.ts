import { pickFrom, randomFrom, type MadePapers } from './made-papers';
import { NOISE_KINDS, NOISES, type NoiseKind } from './noise';

/** A title as it might stand somewhere, and the one that it is. */
export interface NoisyTitle {
  readonly kind: NoiseKind;
  readonly asked: string;
  readonly title: string;
}

/** A text with titles in it, in their order. */
export interface TextWithTitles {
  readonly text: string;
  readonly titles: readonly string[];
}

/** Any numbers: the questions are drawn the same in every run. */
const NOISE_SEED = 20_250_101;
const PAGE_SEED = 20_250_102;
const TEXT_SEED = 20_250_103;
const QUERY_SEED = 20_250_104;
/** Papers from here on are in no corpus that is made. */
const UNKNOWN_FROM = 100_000_000;
const CHARS_PER_TITLE = 5_000;

/** Titles of the first `count` papers, so many of each kind of noise, the kinds in turn. */
export function noisyTitles(papers: MadePapers, count: number, perKind: number): readonly NoisyTitle[] {
  const random = randomFrom(NOISE_SEED);
  return Array.from({ length: perKind }, () =>
    NOISE_KINDS.map((kind) => {
      const { title } = papers.at(Math.floor(random() * count));
      return { kind, asked: NOISES[kind](title, random), title };
    }),
  ).flat();
}

/** What the titles of a page are: `known` letter by letter, `noisy` ones of known papers, or like these but `unknown`. */
export type PageKind = 'known' | 'noisy' | 'unknown';

/** The titles of a page; `at` chooses one of many pages of its kind. */
export function pageTitles(
  papers: MadePapers,
  count: number,
  kind: PageKind,
  at: number,
  length: number,
): readonly string[] {
  const random = randomFrom(PAGE_SEED + at);
  return Array.from({ length }, (_, place) => {
    const ordinal = Math.floor(random() * count);
    const { title } = papers.at(kind === 'unknown' ? UNKNOWN_FROM + ordinal : ordinal);
    const noise = NOISE_KINDS[place % NOISE_KINDS.length] ?? 'exact';
    return kind === 'noisy' ? NOISES[noise](title, random) : title;
  });
}

/** About so many characters of sentences of abstracts, with a title every 5,000. */
export function textWithTitles(papers: MadePapers, count: number, chars: number): TextWithTitles {
  const random = randomFrom(TEXT_SEED);
  const { abstracts } = papers.source;
  const [parts, titles]: [string[], string[]] = [[], []];
  let [length, next] = [0, CHARS_PER_TITLE];
  while (length < chars) {
    const { title } = papers.at(Math.floor(random() * count));
    const isTitle = length >= next;
    const part = isTitle
      ? `“${title}”.`
      : (pickFrom(pickFrom(abstracts, random) ?? [], random) ?? 'And so on.');
    if (isTitle) {
      titles.push(title);
      next += CHARS_PER_TITLE;
    }
    parts.push(part);
    length += part.length + 1;
  }
  return { text: parts.join(' '), titles };
}

/** Words of papers that are there: half of them of titles, half of them with the last word unfinished. */
export function searchQueries(papers: MadePapers, count: number, length: number): readonly string[] {
  const random = randomFrom(QUERY_SEED);
  return Array.from({ length }, (_, at) => {
    const { title, abstract } = papers.at(Math.floor(random() * count));
    const words = (at % 2 ? title : abstract).match(/\p{L}{3,}/gu) ?? ['model'];
    const from = Math.floor(random() * Math.max(1, words.length - 3));
    const query = words.slice(from, from + 1 + (at % 3)).join(' ');
    return at % 4 < 2 ? query.slice(0, Math.max(3, query.length - 2)) : query;
  });
}

/** Ordinals of papers to ask the kin of. */
export function drawnOrdinals(count: number, length: number): readonly number[] {
  const random = randomFrom(QUERY_SEED);
  return Array.from({ length }, () => Math.floor(random() * count));
}
