import type { TitleSighting } from './title-match';

/** A quotation mark opens before nearly every title that has one after it. */
const OPENS_QUOTE = /["“”„«‘'`´][\s]*$/;
const CLOSES_QUOTE = /^[\s.,?!]{0,3}["”“»’']/;
/** What ends the list of authors: a year, "et al.", a closing bracket. */
const AFTER_YEAR = /(?:^|\D)(?:1[5-9]|20)\d\d[a-z]?\)?[\s).,:;–—-]{0,5}$/;
/** The book or proceedings that a chapter or paper stands in. */
const AFTER_IN =
  /(?:^|[\s.,;:(“"”])(?:in|en|dans|dins|presented at|proceedings of(?: the)?|proc\. of(?: the)?)\s*:?\s*["“«]?$/i;
const AFTER_STOP = /[.:;,?!)\]][\s"“«‘']*$/;
const BEFORE_STOP = /^\s*(?:[.,;:?!"”»’([/]|$)/;
/** As much of the text on either side as the rules look at. */
const CONTEXT_CHARS = 40;

/**
 * Of the titles that stand in one bibliographic reference, the one it refers to: not the book, series or journal it
 * appeared in. Null when there is none. `sightings` may overlap.
 */
export function referredTitle(text: string, sightings: readonly TitleSighting[]): TitleSighting | null {
  let best: TitleSighting | null = null;
  let bestScore = -Infinity;
  for (const sighting of sightings) {
    const score = scoreOf(text, sighting);
    if (score > bestScore) [best, bestScore] = [sighting, score];
  }
  return best;
}

/** Twice as many letters outweigh any one sign of the place; signs of the place decide among similar lengths. */
function scoreOf(text: string, { start, end, letters }: TitleSighting): number {
  const before = text.slice(Math.max(0, start - CONTEXT_CHARS), start);
  const after = text.slice(end, end + CONTEXT_CHARS);
  let score = 2 * Math.log2(letters);
  if (OPENS_QUOTE.test(before) && CLOSES_QUOTE.test(after)) score += 2;
  if (AFTER_YEAR.test(before)) score += 1.5;
  if (AFTER_IN.test(before)) score -= 3;
  if (before.trim() !== '' && !AFTER_STOP.test(before) && !AFTER_YEAR.test(before)) score -= 3;
  if (!BEFORE_STOP.test(after)) score -= 1;
  // The book and the journal come after the title.
  return score - (2 * start) / Math.max(1, text.length);
}
