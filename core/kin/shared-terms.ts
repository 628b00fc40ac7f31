import type { Paper } from '../paper';
import { phrasesOf } from '../search/paper-terms';
import { postingOf, termNumber, textWeightAt, type TextIndex } from '../search/text-index';
import { GENERIC_STEMS, PHRASE_GLUE_STEMS } from '../text/stop-words';
import { wordsOf, type Word } from '../text/words';

const TERMS_MAX = 3;
/** A term that adds less than this share of what the best one adds tells nothing. */
const SHARE_MIN = 0.15;
/** A lone word must be said so often in the two papers together (a title counts double): said in passing is no subject. */
const MENTIONS_MIN = 3;

/** A word that more than half of a corpus holds is what the corpus is about, no reason; in a handful of papers it may be. */
const COMMON_SHARE = 0.5;
const COMMON_FROM_PAPERS = 20;

/** A word or phrase of the query paper that would do as a reason, if the other paper has it too. */
interface Candidate {
  readonly term: string;
  readonly stems: readonly string[];
  readonly surface: string;
  /** In the query paper, a title counting double. */
  readonly mentions: number;
}

/**
 * Tells what the query paper shares with a paper of the index (by its number): the phrases and words that add most to
 * their cosine, at most three, most telling first, as the query paper writes them. Each occurs in both papers. Words
 * of any abstract, numbers and formulas are never among them.
 */
export function sharedTermsOf(
  index: TextIndex,
  paper: Pick<Paper, 'title' | 'abstract'>,
  weights: ReadonlyMap<number, number>,
): (other: number) => readonly string[] {
  const candidates = candidatesOf(paper);
  return (other) => {
    const gainOf = (stem: string): number => {
      const { term, posting } = locate(index, stem, other);
      return posting < 0 ? 0 : (weights.get(term) ?? 0) * textWeightAt(index, term, posting);
    };
    const ranked = candidates
      .filter((candidate) => isShared(index, candidate, other))
      .map((candidate) => ({ candidate, gain: gainOfAll(candidate, gainOf) }))
      .toSorted((a, b) => b.gain - a.gain);
    return choose(ranked);
  };
}

/** A phrase adds what its words add and what it adds as a term of its own. */
function gainOfAll({ stems, term }: Candidate, gainOf: (stem: string) => number): number {
  return [...new Set(stems.concat(term))].reduce((sum, one) => sum + gainOf(one), 0);
}

function choose(
  ranked: readonly { readonly candidate: Candidate; readonly gain: number }[],
): readonly string[] {
  const chosen: string[] = [];
  const taken = new Set<string>();
  const least = (ranked[0]?.gain ?? 0) * SHARE_MIN;
  for (const { candidate, gain } of ranked) {
    if (chosen.length === TERMS_MAX || gain < least) break;
    const { stems, surface } = candidate;
    const telling = stems.filter((stem) => !GENERIC_STEMS.has(stem));
    if (telling.some((stem) => [...taken].some((other) => isKindred(stem, other)))) continue;
    for (const stem of telling) taken.add(stem);
    chosen.push(surface);
  }
  return chosen;
}

/** "sparse" and "sparsity", "labeled" and "unlabeled", "LM" and "LMs": one of them is enough. */
function isKindred(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4) return long === short || long === `${short}s`;
  return long.startsWith(short.slice(0, 6)) || long.includes(short);
}

function locate(index: TextIndex, stem: string, other: number) {
  const term = termNumber(index, stem);
  return { term, posting: term < 0 ? -1 : postingOf(index, term, other) };
}

function isShared(index: TextIndex, { term, stems, mentions }: Candidate, other: number): boolean {
  const { term: number, posting } = locate(index, term, other);
  if (posting < 0 || (stems.length === 1 && isCommon(index, number))) return false;
  const theirs = 2 * (index.inTitle[posting] ?? 0) + (index.inAbstract[posting] ?? 0);
  return theirs > 0 && (stems.length > 1 || mentions + theirs >= MENTIONS_MIN);
}

function isCommon({ paperIds, textFrequency }: TextIndex, term: number): boolean {
  return paperIds.length >= COMMON_FROM_PAPERS && (textFrequency[term] ?? 0) > COMMON_SHARE * paperIds.length;
}

function candidatesOf(paper: Pick<Paper, 'title' | 'abstract'>): readonly Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const [text, worth] of [[paper.title, 2] as const, [paper.abstract ?? '', 1] as const]) {
    const words = wordsOf(text);
    for (const { term, from, to } of [1, 2, 3].flatMap((size) => phrasesOf(words, text, size))) {
      const run = words.slice(from, to + 1);
      if (!isTelling(run, text)) continue;
      const written = text.slice(run[0]?.start, run.at(-1)?.end).replace(/\s+/g, ' ');
      const known = candidates.get(term);
      // "Contrastive Learning" in the title and "contrastive learning" in the abstract: the plainer one is shown.
      const surface = known && capitals(known.surface) <= capitals(written) ? known.surface : written;
      const mentions = (known?.mentions ?? 0) + worth;
      candidates.set(term, { term, stems: run.map((word) => word.stem), surface, mentions });
    }
  }
  return [...candidates.values()];
}

/** Whether a run of words would do as a reason: a subject in it, and no edge that only glues ("novel", "achieve"). */
function isTelling(run: readonly Word[], text: string): boolean {
  const edges = [run[0], run.at(-1)];
  const hasSubject = run.some(({ stem }) => !GENERIC_STEMS.has(stem));
  const hasGoodEdges = edges.every(
    (word) => word && (!GENERIC_STEMS.has(word.stem) || PHRASE_GLUE_STEMS.has(word.stem)),
  );
  return hasSubject && hasGoodEdges && run.every((word) => isReadable(word, text));
}

function isReadable(word: Word, text: string): boolean {
  const isTex =
    /[\\_^${}]/.test(text.slice(Math.max(0, word.start - 1), word.start)) || text[word.end] === '$';
  const letters = word.form.match(/\p{L}/gu)?.length ?? 0;
  const isAcronym = /^[\p{Lu}\p{N}.-]{2,}$/u.test(text.slice(word.start, word.end));
  const isAdverb = /..ly$/.test(word.form) && word.form !== 'family';
  return !isTex && !isAdverb && (letters >= 3 || (letters >= 1 && (isAcronym || /\p{Lo}/u.test(word.form))));
}

const capitals = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0;
