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
const CUT_SEED = 20_250_105;
const CUT_ROUNDS_MAX = 20;
const PAGE_SEED = 20_250_102;
const TEXT_SEED = 20_250_103;
const QUERY_SEED = 20_250_104;
/** Papers from here on are in no corpus that is made. */
const UNKNOWN_FROM = 100_000_000;
const CHARS_PER_TITLE = 5_000;

/**
 * Titles of the first `count` papers, so many of each kind of noise, the kinds in turn. What is left of a truncated one begins no other
 * of these titles: made ones share their beginnings with some ten others, and nobody could tell which of them is meant.
 */
export function noisyTitles(papers: MadePapers, count: number, perKind: number): readonly NoisyTitle[] {
  const random = randomFrom(NOISE_SEED);
  const drawn = Array.from({ length: perKind }, () =>
    NOISE_KINDS.map((kind) => drawNoisy(kind, papers, count, random)),
  ).flat();
  return withClearCuts(drawn, papers, count);
}

function drawNoisy(kind: NoiseKind, papers: MadePapers, count: number, random: () => number): NoisyTitle {
  const title = papers.titleAt(Math.floor(random() * count));
  return { kind, asked: NOISES[kind](title, random), title };
}

function withClearCuts(
  drawn: readonly NoisyTitle[],
  papers: MadePapers,
  count: number,
): readonly NoisyTitle[] {
  const random = randomFrom(CUT_SEED);
  const clear = [...drawn];
  let open = [...clear.keys()].filter((at) => clear[at]?.kind === 'truncated');
  // The second time there are few of them, the third none.
  for (let round = 0; round < CUT_ROUNDS_MAX && open.length > 0; round += 1) {
    const beginnings = open.map((at) => beginningOf(clear[at]?.asked ?? ''));
    const begun = titlesBegunBy(beginnings, papers, count);
    open = open.filter((_, index) => (begun[index]?.size ?? 0) > 1);
    for (const at of open) clear[at] = drawNoisy('truncated', papers, count, random);
  }
  if (open.length > 0) throw new Error(`of ${count} papers too many titles begin alike`);
  return clear;
}

const beginningOf = (asked: string): string => asked.slice(0, -1).toLowerCase();

function titlesBegunBy(
  beginnings: readonly string[],
  papers: MadePapers,
  count: number,
): readonly ReadonlySet<string>[] {
  const begun = beginnings.map(() => new Set<string>());
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const title = papers.titleAt(ordinal).toLowerCase();
    for (const [at, beginning] of beginnings.entries())
      if (title.startsWith(beginning)) begun[at]?.add(title);
  }
  return begun;
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
