import { referredTitle } from '../../core/titles/reference-title';
import type { TitleIndex } from '../../core/titles/title-index';
import { findAllInText } from '../../core/titles/titles-in-text';

/** A reference string is cut where one of its parts may end. */
const CUTS = /(?<=[.?!:;,)\]"”»])\s+|\s*[“"«]\s*/g;
/** A title has at most so many of such pieces. */
const PIECES_MAX = 5;
const PIECE_LETTERS_MIN = 20;
/** What the nearest title is asked for, at most. */
const SEGMENTS_MAX = 60;

/** Finds the title that a reference string names: letter by letter, then by pieces of it that are near to a title. */
export function referenceFinder(index: TitleIndex, titles: readonly string[]) {
  return async (text: string): Promise<string | null> => {
    const sighting = referredTitle(text, await findAllInText(index, text));
    const exact = titles[sighting?.ordinals[0] ?? -1] ?? null;
    if (sighting && sighting.letters >= PIECE_LETTERS_MIN) return exact;
    const near = await nearest(index, segmentsOf(text));
    return (near === null ? null : titles[near]) ?? exact;
  };
}

async function nearest(index: TitleIndex, segments: readonly string[]): Promise<number | null> {
  const found = await index.lookUp(segments);
  let best: { readonly ordinal: number; readonly letters: number } | null = null;
  for (const [at, matches] of found.entries()) {
    const [match] = matches;
    const letters = segments[at]?.length ?? 0;
    if (match && match.rule !== 'truncated' && letters > (best?.letters ?? 0))
      best = { ordinal: match.ordinal, letters };
  }
  return best?.ordinal ?? null;
}

/** Neighbouring pieces of the string, joined in every way. */
function segmentsOf(text: string): string[] {
  const pieces = text.split(CUTS).filter((piece) => piece !== '');
  const segments: string[] = [];
  for (const from of pieces.keys()) {
    for (let to = from + 1; to <= Math.min(pieces.length, from + PIECES_MAX); to += 1) {
      const segment = pieces.slice(from, to).join(' ');
      if (segment.length >= PIECE_LETTERS_MIN) segments.push(segment);
    }
  }
  return segments.slice(0, SEGMENTS_MAX);
}
