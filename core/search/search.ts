import type { PaperId } from '../paper';
import { stem } from '../text/stem';
import { STOP_WORDS } from '../text/stop-words';
import { wordsOf } from '../text/words';
import {
  COMPLETION_WEIGHT,
  FIELD_WEIGHTS,
  lengthShare,
  QUERY_MAX,
  QUERY_WORDS_MAX,
  saturated,
  searchRarity,
  titleBonus,
} from './ranking';
import { firstNotBelow, foldedTitle, termNumber, type TextIndex } from './text-index';

export interface RankedPaper {
  readonly id: PaperId;
  readonly score: number;
}

/** An unfinished word stands for at most so many words of the index: "a" would stand for thousands. */
const COMPLETIONS_MAX = 400;

/**
 * Papers whose title, authors or abstract fit the words of the query (the last one may be unfinished), best first.
 * All words must be met; when no paper meets all, any will do. BM25 over weighted fields; the exact title comes first,
 * then titles that begin with the query or hold it as it stands.
 */
export function searchIndex(index: TextIndex, query: string, limit: number): readonly RankedPaper[] {
  const wanted = queryTerms(index, query);
  if (wanted.length === 0) return [];
  const scores = new Float64Array(index.paperIds.length);
  const met = new Uint8Array(index.paperIds.length);
  for (const terms of wanted) {
    for (const [paper, score] of scoresOfWord(index, terms)) {
      scores[paper] = (scores[paper] ?? 0) + score;
      met[paper] = (met[paper] ?? 0) + 1;
    }
  }
  const needed = met.includes(wanted.length) ? wanted.length : 1;
  const title = foldedTitle(query.slice(0, QUERY_MAX));
  return index.paperIds
    .map((id, at) => ({ id, at, score: (scores[at] ?? 0) + titleBonus(index.titles[at] ?? '', title) }))
    .filter(({ at }) => (met[at] ?? 0) >= needed)
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, Math.max(0, limit))
    .map(({ id, score }) => ({ id, score }));
}

/** For each word of the query the terms that meet it, with a weight; stop words only count when there is nothing else. */
function queryTerms(index: TextIndex, query: string): readonly ReadonlyMap<number, number>[] {
  const text = query.slice(0, QUERY_MAX);
  const forms = wordsOf(text)
    .flatMap(({ form, parts }) => (parts.length > 0 && !isKnown(index, form) ? parts : [form]))
    .slice(0, QUERY_WORDS_MAX);
  const last = forms.length - 1;
  // A query that ends with a space or a stop has its last word finished.
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const hasTelling = forms.some((form) => !STOP_WORDS.has(form));
  return forms.flatMap((form, at) => {
    const isUnfinished = isOpen && at === last;
    const isOptional = STOP_WORDS.has(form) && hasTelling;
    if (isOptional && !isUnfinished) return [];
    const terms = termsOf(index, form, isUnfinished);
    return isOptional && terms.size === 0 ? [] : [terms];
  });
}

const isKnown = (index: TextIndex, form: string): boolean =>
  index.words[firstNotBelow(index.words, form)]?.startsWith(form) ?? false;

function termsOf(index: TextIndex, form: string, isUnfinished: boolean): ReadonlyMap<number, number> {
  const terms = new Map<number, number>();
  if (isUnfinished) {
    const from = firstNotBelow(index.words, form);
    index.words.slice(from, from + COMPLETIONS_MAX).forEach((word, offset) => {
      if (word.startsWith(form)) terms.set(index.wordTerms[from + offset] ?? 0, COMPLETION_WEIGHT);
    });
  }
  const exact = termNumber(index, stem(form));
  if (exact >= 0) terms.set(exact, 1);
  return terms;
}

/** The best score any of a word's terms gives each paper. */
function scoresOfWord(index: TextIndex, terms: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  const papers = index.paperIds.length;
  const meanLength = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, papers);
  for (const [term, weight] of terms) {
    const start = index.starts[term] ?? 0;
    const end = index.starts[term + 1] ?? 0;
    const rarity = searchRarity(papers, end - start);
    for (let at = start; at < end; at++) {
      const paper = index.papers[at] ?? 0;
      const count = fieldCount(index, at) / lengthShare(index.lengths[paper] ?? 0, meanLength);
      const score = weight * rarity * saturated(count);
      if (score > (best.get(paper) ?? 0)) best.set(paper, score);
    }
  }
  return best;
}

function fieldCount(index: TextIndex, at: number): number {
  const { title, authors, abstract } = FIELD_WEIGHTS;
  return (
    title * (index.inTitle[at] ?? 0) +
    authors * (index.inAuthors[at] ?? 0) +
    // Said often in an abstract must not outweigh the title.
    abstract * Math.min(2, index.inAbstract[at] ?? 0)
  );
}
