import type { PaperBrief } from '../paper';
import {
  EXACT_TITLE_BONUS,
  lengthShare,
  QUERY_MAX,
  saturated,
  searchRarity,
  TITLE_PHRASE_BONUS,
  TITLE_START_BONUS,
  titleBonus,
} from '../search/ranking';
import { foldedTitle } from '../search/text-index';
import { Best, type Scored } from './best';
import type { SearchFilters } from '../search/search-query';
import { readFilter } from './filters';
import { IMPACTS } from './impacts';
import { LENGTHS, startByte, yearOf } from './paper-facts';
import { eachChunk } from './postings';
import { readQuery, type QueryWord } from './query-words';
import { Scratch } from './scratch';
import type { Dictionary, FoundTerm, TermsStore } from './terms-store';

/** The papers of these ordinals; those that cannot be read are missing. */
export type ReadPapers<P> = (ordinals: readonly number[]) => Promise<ReadonlyMap<number, P>>;

export interface SearchOptions {
  readonly limit: number;
  readonly filters?: SearchFilters | null;
  /** Whether papers that lack a word are no answer even where no paper has all. */
  readonly needsAll?: boolean;
}

/** A query reads at most so many postings in full (a few MB); of its commonest words beyond that only the strong ones. */
const POSTINGS_MAX = 4_000_000;
/** So many more than asked for are compared by their titles as they are written. */
const TITLES_MORE = 16;
/** In the counts of words met: one for the word, and this for the word in the title. */
const IN_TITLE = 256;

/** Searches as `searchIndex` does; a paper's title is only read when its words make it one of the best. */
export async function searchTerms(
  store: TermsStore,
  papers: ReadPapers<PaperBrief>,
  query: string,
  { limit, filters, needsAll = false }: SearchOptions,
): Promise<readonly Scored[]> {
  const dictionary = await store.dictionary();
  if (!dictionary || limit <= 0) return [];
  const { words, titleWords } = await readQuery(store, dictionary, query);
  const isAllowed = filters ? await readFilter(store, dictionary, filters) : null;
  if (words.length === 0) return isAllowed && query.trim() === '' ? newest(store, limit, isAllowed) : [];
  const titles = { lengths: await store.facts('title'), starts: await store.facts('start') };
  const start = startByte(foldedTitle(query.slice(0, QUERY_MAX)));
  const read = await readWords(store, dictionary, words);
  const bonus = (ordinal: number, count: number): number => {
    if (count < IN_TITLE * words.length) return 0;
    if (start !== null && titles.starts[ordinal] !== start) return TITLE_PHRASE_BONUS;
    return titles.lengths[ordinal] === titleWords ? EXACT_TITLE_BONUS : TITLE_START_BONUS;
  };
  const bestMeeting = (needed: number) =>
    best(scored(read, needed), needed, limit + TITLES_MORE, bonus, isAllowed);
  // Papers that lack a word need not be weighed, unless all papers do.
  const all = bestMeeting(read.needed);
  const found = needsAll || all.length > 0 || read.needed <= 1 ? all : bestMeeting(1);
  return byTitle(found, papers, query, limit);
}

/** Filters alone: all that pass are equally good, so the newest come first. Their scores are the years. */
async function newest(
  store: TermsStore,
  limit: number,
  isAllowed: (ordinal: number) => boolean,
): Promise<readonly Scored[]> {
  const years = await store.facts('year');
  const kept = new Best(limit);
  for (let ordinal = 0; ordinal < years.length; ordinal++) {
    const byte = years[ordinal] ?? 0;
    const year = byte === 0 ? 0 : yearOf(byte);
    if (year > kept.floor && isAllowed(ordinal)) kept.offer(ordinal, year);
  }
  return kept.take();
}

/** Puts the true bonus of the title as it is written in the place of the one its words promise. */
async function byTitle(
  found: readonly (Scored & { readonly bonus: number })[],
  papers: ReadPapers<PaperBrief>,
  query: string,
  limit: number,
): Promise<readonly Scored[]> {
  const title = foldedTitle(query.slice(0, QUERY_MAX));
  const read = await papers(found.map(({ ordinal }) => ordinal));
  return found
    .map(({ ordinal, score, bonus }) => {
      const paper = read.get(ordinal);
      return { ordinal, score: score - bonus + (paper ? titleBonus(foldedTitle(paper.title), title) : 0) };
    })
    .toSorted((a, b) => b.score - a.score || a.ordinal - b.ordinal)
    .slice(0, limit);
}

interface ReadWords {
  readonly words: readonly QueryWord[];
  /** How many words a paper has to meet; those read in part do not count. */
  readonly needed: number;
  readonly inPart: ReadonlySet<FoundTerm>;
  readonly postings: (term: FoundTerm) => readonly Uint8Array[];
  readonly lengths: Uint8Array;
  /** What a count of each impact is worth in a paper of each length, 256 to an impact. */
  readonly worths: Float64Array;
  readonly papers: number;
}

async function readWords(
  store: TermsStore,
  { about }: Dictionary,
  words: readonly QueryWord[],
): Promise<ReadWords> {
  const sized = words
    .map((word) => ({ word, size: word.terms.reduce((sum, { found }) => sum + found.frequency.any, 0) }))
    .toSorted((a, b) => a.size - b.size);
  const inPart = new Set<FoundTerm>();
  let needed = 0;
  let total = 0;
  for (const { word, size } of sized) {
    total += size;
    if (total <= POSTINGS_MAX || needed === 0) needed++;
    else for (const { found } of word.terms) inPart.add(found);
  }
  const terms = words.flatMap((word) => word.terms.map(({ found }) => found));
  return {
    words: sized.map(({ word }) => word),
    needed,
    inPart,
    postings: await store.postings(terms, (term) => inPart.has(term)),
    lengths: await store.facts('length'),
    worths: worthsOf(about.meanLength),
    papers: about.papers,
  };
}

function worthsOf(meanLength: number): Float64Array {
  const shares = Float32Array.from(LENGTHS, (length) => lengthShare(length, meanLength));
  const worths = new Float64Array(IMPACTS.length * LENGTHS.length);
  for (const [impact, { count }] of IMPACTS.entries()) {
    for (const [length, share] of shares.entries())
      worths[impact * LENGTHS.length + length] = saturated(count / share);
  }
  return worths;
}

/** Papers with their scores and the words they meet; those that fewer than `needed` words meet may lack some of theirs. */
function scored(read: ReadWords, needed: number): Scratch {
  const scratch = new Scratch(read.papers);
  for (const [before, word] of read.words.entries()) {
    addWord(scratch, word, Math.min(before, needed < read.needed ? 0 : needed), read);
  }
  return scratch;
}

/** Adds to each paper that met as many words before the best score that any of the word's terms gives it. */
function addWord(scratch: Scratch, word: QueryWord, metBefore: number, read: ReadWords): void {
  const { scores, met } = scratch;
  const { lengths, worths } = read;
  const bests = word.terms.length === 1 ? null : scratch.clearedBest();
  // What is read in part would count for the papers of its strong postings only.
  const counted = word.terms.some(({ found }) => read.inPart.has(found)) ? 0 : 1;
  for (const { found, weight } of word.terms) {
    const rarity = weight * searchRarity(read.papers, found.frequency.any);
    const add = (ordinals: Uint32Array, count: number, impact: number) => {
      const step = (TITLE_STEPS[impact] ?? 0) + counted;
      const row = impact * LENGTHS.length;
      for (let at = 0; at < count; at++) {
        const ordinal = ordinals[at] ?? 0;
        const words = met[ordinal] ?? 0;
        if (words % IN_TITLE < metBefore) continue;
        const score = rarity * (worths[row + (lengths[ordinal] ?? 0)] ?? 0);
        const before = bests === null ? 0 : (bests[ordinal] ?? 0);
        if (before === 0) met[ordinal] = words + step;
        if (score <= before) continue;
        scores[ordinal] = (scores[ordinal] ?? 0) + score - before;
        if (bests !== null) bests[ordinal] = score;
      }
    };
    for (const bytes of read.postings(found)) eachChunk(bytes, add);
  }
}

/** For each impact what meeting it adds to the words met in the title. */
const TITLE_STEPS = Uint16Array.from(IMPACTS, ({ inTitle }) => (inTitle > 0 ? IN_TITLE : 0));

function best(
  { scores, met }: Scratch,
  needed: number,
  limit: number,
  bonus: (ordinal: number, met: number) => number,
  isAllowed: ((ordinal: number) => boolean) | null,
): readonly (Scored & { readonly bonus: number })[] {
  const kept = new Best(limit);
  for (let ordinal = 0; ordinal < met.length; ordinal++) {
    const count = met[ordinal] ?? 0;
    if (count === 0 || count % IN_TITLE < needed) continue;
    const score = scores[ordinal] ?? 0;
    // Few have a word in the title and so a bonus.
    if (count < IN_TITLE && score <= kept.floor) continue;
    if (isAllowed && !isAllowed(ordinal)) continue;
    kept.offer(ordinal, score + bonus(ordinal, count));
  }
  return kept.take().map(({ ordinal, score }) => ({
    ordinal,
    score,
    bonus: bonus(ordinal, met[ordinal] ?? 0),
  }));
}
