import type { Paper } from '../paper';
import { phrasesOf } from '../search/paper-terms';
import { GENERIC_STEMS, PHRASE_GLUE_STEMS } from '../text/generic-stems';
import { wordsOf, type Word } from '../text/words';

const TERMS_MAX = 3;
/** A term that adds less than this share of what the best one adds tells nothing. */
const SHARE_MIN = 0.15;
/** A lone word must be said so often in the two papers together (a title counts double): said in passing is no subject. */
const MENTIONS_MIN = 3;

/** What has to be known of the paper that a reason is sought for; terms as in `PaperTerms`. */
export interface OtherPaper {
  /** How often it says the term, a title counting double. */
  mentions(term: string): number;
  /** What the term adds to the cosine with the query paper. */
  gain(term: string): number;
  /** Whether a lone word is too frequent in the corpus. */
  isCommon(term: string): boolean;
}

/** A word or phrase of a paper that says what it is about: a reason to be kin to one that has it too. */
export interface TellingPhrase {
  readonly term: string;
  readonly stems: readonly string[];
  readonly surface: string;
  /** In the query paper, a title counting double. */
  readonly mentions: number;
}

/**
 * Tells what the query paper shares with another: the phrases and words that add most to their cosine, at most three,
 * most telling first, as the query paper writes them. Each occurs in both papers. Words of any abstract, numbers and
 * formulas are never among them.
 */
export function sharedTermsOf(
  paper: Pick<Paper, 'title' | 'abstract'>,
): (other: OtherPaper) => readonly string[] {
  const candidates = tellingPhrases(paper);
  return (other) => {
    const ranked = candidates
      .filter((candidate) => isShared(candidate, other))
      .map((candidate) => ({ candidate, gain: gainOfAll(candidate, (term) => other.gain(term)) }))
      .toSorted((a, b) => b.gain - a.gain);
    return choose(ranked);
  };
}

export type SharedTermsOf = typeof sharedTermsOf;

/** A phrase adds what its words add and what it adds as a term of its own. */
function gainOfAll({ stems, term }: TellingPhrase, gainOf: (stem: string) => number): number {
  return [...new Set(stems.concat(term))].reduce((sum, one) => sum + gainOf(one), 0);
}

function choose(
  ranked: readonly { readonly candidate: TellingPhrase; readonly gain: number }[],
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
export function isKindred(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4) return long === short || long === `${short}s`;
  return long.startsWith(short.slice(0, 6)) || long.includes(short);
}

function isShared({ term, stems, mentions }: TellingPhrase, other: OtherPaper): boolean {
  const theirs = other.mentions(term);
  if (theirs === 0 || (stems.length === 1 && other.isCommon(term))) return false;
  return stems.length > 1 || mentions + theirs >= MENTIONS_MIN;
}

/** The words and phrases of a paper that are no mere language of abstracts, each once, as it writes them. */
export function tellingPhrases(paper: Pick<Paper, 'title' | 'abstract'>): readonly TellingPhrase[] {
  const candidates = new Map<string, TellingPhrase>();
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

/** How many capitals a text has: of two ways to write a phrase the plainer one is shown. */
export const capitals = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0;
