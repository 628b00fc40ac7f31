import type { Span } from '../summary/summary';
import { enclosedRanges } from './enclosures';

/** Only so much of a text is cut into sentences, in UTF-16 units; the longest abstract of 30,000 has 6,400. */
export const SENTENCE_TEXT_MAX = 20_000;

/** How far back a rule looks for the word before a full stop. */
const LOOK_BACK = 24;

// Unicode's sentence rules (UAX #29) know no abbreviations, so every break they propose is checked below. 'en' only
// picks the tailoring, which is empty: other scripts' full stops are in the root rules.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations that stand before what they introduce, so that a sentence never ends with them. */
const NEVER_LAST =
  /(?:^|[\s([{~"'/–—-])(?:e\.\s?g|i\.\s?e|cf|vs|viz|w\.\s?r\.\s?t|s\.\s?t|a\.\s?k\.\s?a|resp|approx|ca|figs?|eqs?|eqn|secs?|tabs?|refs?|chap|thm|lem|vols?|pp|eds|dr|mr|mrs|prof|st|yahoo|incl|esp)[.!]$/i;

/** Abbreviations and initials that may close a sentence: they do when a word follows that mostly opens one. */
const SELDOM_LAST =
  /(?:^|[\s([{~"'.-])(?:et\.? al|no|app|def|prop|ms|ed|etc|i\.\s?i\.\s?d|a\.\s?s|inc|ltd|corp|co|jr|sr|univ|dept|(?:\p{L}\.)+\p{L})\.$/iu;
const INITIAL = /(?:^|[\s([{~.-])\p{Lu}\.$/u;

const OPENER_WORDS =
  'a|after|all|although|an|and|as|at|based|because|both|but|by|compared|despite|each|existing|experimental|experiments|extensive|finally|first|for|from|furthermore|given|here|hence|how|however|if|importantly|in|instead|it|its|many|more|moreover|most|note|on|one|our|previous|recent|recently|results|second|several|since|so|some|specifically|such|that|the|then|there|therefore|these|they|this|though|through|thus|to|under|unlike|using|we|when|where|whereas|whether|while|with|yet';
const OPENER = new RegExp(`^["'“‘(\\[]*(?:${OPENER_WORDS})(?![\\p{L}\\p{N}.])`, 'iu');

/** A full stop with no space after it, as PDF text and careless typing have it: "of tasks.We propose". */
const GLUED =
  /[\p{Ll}\d)\]]{2}[.?!](?=(?:We|Our|This|The|These|In|To|However|Here|It|Experiments|Results),?\s)/gu;

const WIDE_STOP = /[。！？｡．][」』”’）】》]*$/u;
const LIST_NUMBER = /(?:^|[:;,]\s|\sand\s)\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]$/;

/**
 * The sentences of a text, in order, trimmed; their slices of the text are the sentences exactly as they stand.
 * Breaks are those of `Intl.Segmenter`, less those after abbreviations and inside brackets, quotes, formulas and
 * addresses. Single line breaks are spaces, an empty line ends a sentence. Linear in time; looks at the first
 * `SENTENCE_TEXT_MAX` units.
 */
export function sentenceSpans(text: string): readonly Span[] {
  const source = text.slice(0, SENTENCE_TEXT_MAX);
  const flat = source.replace(/\s/g, ' ');
  const paragraphEnds = endsOf(source, /\n[^\S\n]*\n/g);
  const isInside = enclosedRanges(flat);
  const spans: Span[] = [];
  let start = 0;
  for (const end of [...candidateBreaks(flat, paragraphEnds), flat.length]) {
    if (end !== flat.length && !paragraphEnds.has(end)) {
      if (isInside(end) || !isBreak(flat, start, end)) continue;
    }
    const span = trimmed(flat, start, end);
    start = end;
    if (span) spans.push(span);
  }
  return spans.filter(({ start: from, end }) => /[\p{L}\p{N}]/u.test(flat.slice(from, end)));
}

function candidateBreaks(flat: string, paragraphEnds: ReadonlySet<number>): readonly number[] {
  const breaks = new Set([...paragraphEnds, ...endsOf(flat, GLUED)]);
  for (const { index } of segmenter.segment(flat)) if (index > 0) breaks.add(index);
  return [...breaks].filter((at) => at < flat.length).toSorted((a, b) => a - b);
}

function endsOf(text: string, pattern: RegExp): Set<number> {
  return new Set([...text.matchAll(pattern)].map((match) => match.index + match[0].length));
}

/** Whether a sentence that began at `start` may end at `at`, where the segmenter or `GLUED` proposes a break. */
function isBreak(flat: string, start: number, at: number): boolean {
  const from = Math.max(start, at - LOOK_BACK);
  const before = flat.slice(from, at);
  const stop = before.trimEnd();
  const next = flat.slice(at, at + LOOK_BACK);
  if (stop === before) return WIDE_STOP.test(stop) || OPENER.test(next);
  if (/^["'“‘(]*\p{Ll}/u.test(next)) return false;
  if (from === start && LIST_NUMBER.test(stop.trimStart())) return false;
  if (NEVER_LAST.test(stop) || LIST_NUMBER.test(stop)) return false;
  if (INITIAL.test(stop) || SELDOM_LAST.test(stop)) return OPENER.test(next);
  return true;
}

function trimmed(flat: string, start: number, end: number): Span | null {
  const slice = flat.slice(start, end);
  const length = slice.trim().length;
  if (length === 0) return null;
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: from + length };
}
