import { titleKey } from '../text/title-key';
import type { TextBlock, TextRange } from './text-block';

/** Shorter ones are no beginnings and no near matches of any title; longer ones are no titles. */
const LETTERS_MIN = 20;
const CHARS_MAX = 400;
const WORDS_MIN = 4;
/** In a reference the year stands no farther than this from the title. */
const YEAR_CHARS = 250;
const YEAR = /(?<!\d)(?:19[5-9]|20[0-4])\d(?!\d)/;
const QUOTED = /["“„«]([^"“”„«»\u2028\u2029]{20,400}?)["”»]/gu;
/** `title = {…}` and `title: '…'`, as bibliographies and front matter have it. */
const FIELD =
  /(?<![\p{L}_])title\s?[=:]\s?(?:\{+|["'])([^\u2029]{20,400}?)(?:\}+|["'])\s*(?:,|$|\n|\u2028)/giu;
/** Between the parts of a reference: stops, not those of initials and abbreviations; brackets with a year. */
const PARTS = /[^.?!\u2028\u2029|]+(?:\.(?=\S)[^.?!\u2028\u2029|]*)*/gu;

/** Stretches of a block that may each be a whole title, cut off or misspelt: what the page or the text itself sets apart. */
export function titleCandidates(block: TextBlock): TextRange[] {
  const { text, kind } = block;
  const ranges: TextRange[] = block.spans.filter((span) => span.kind !== 'other');
  if (kind === 'heading' || kind === 'cell') ranges.push({ start: 0, end: text.length });
  for (const pattern of [QUOTED, FIELD]) ranges.push(...innerMatches(text, pattern));
  ranges.push(...partsOf(text));
  const whole = new Map(ranges.map((range) => [`${range.start} ${range.end}`, range]));
  return [...whole.values()].filter((range) => mayBeTitle(text, range));
}

function innerMatches(text: string, pattern: RegExp): TextRange[] {
  return Array.from(text.matchAll(pattern), ({ 0: whole, 1: inner = '', index }) => {
    const start = index + whole.lastIndexOf(inner);
    return { start, end: start + inner.length };
  });
}

function partsOf(text: string): TextRange[] {
  if (!YEAR.test(text)) return [];
  return Array.from(text.matchAll(PARTS), ({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
  })).filter(({ start, end }) => YEAR.test(text.slice(Math.max(0, start - YEAR_CHARS), end + YEAR_CHARS)));
}

function mayBeTitle(text: string, { start, end }: TextRange): boolean {
  if (end - start > CHARS_MAX || end - start < LETTERS_MIN) return false;
  const piece = text.slice(start, end);
  return (piece.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS_MIN && titleKey(piece).length >= LETTERS_MIN;
}
