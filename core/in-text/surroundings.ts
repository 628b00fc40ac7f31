import { WALL } from '../titles/letter-stream';
import type { TextBlock, TextRange } from './text-block';

/** What stands on one side of a title. */
export interface Side {
  /** Between the title and the nearest letter or digit; '' where a word runs on. */
  readonly gap: string;
  /** The nearest word; '' at the end of the block. */
  readonly word: string;
  /** Whether the block, a line, an element or forbidden ground begins or ends in the gap. */
  readonly isEdge: boolean;
  /** Whether nothing parts the word from the title: they may be one longer title. */
  readonly isJoined: boolean;
}

const GAP_CHARS_MAX = 24;
const WORD_CHARS_MAX = 40;
const LINE_END = '\u2028';

export function sideBefore(block: TextBlock, { start }: TextRange): Side {
  const text = block.text.slice(Math.max(0, start - GAP_CHARS_MAX - WORD_CHARS_MAX), start);
  const gap = /[^\p{L}\p{M}\p{N}]*$/u.exec(text)?.[0] ?? '';
  const word = /[\p{L}\p{M}\p{N}]+$/u.exec(text.slice(0, text.length - gap.length))?.[0] ?? '';
  return sideOf(block, { start: start - gap.length, end: start }, gap, word);
}

export function sideAfter(block: TextBlock, { end }: TextRange): Side {
  const text = block.text.slice(end, end + GAP_CHARS_MAX + WORD_CHARS_MAX);
  const gap = /^[^\p{L}\p{M}\p{N}]*/u.exec(text)?.[0] ?? '';
  const word = /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(gap.length))?.[0] ?? '';
  return sideOf(block, { start: end, end: end + gap.length }, gap, word);
}

function sideOf({ spans }: TextBlock, place: TextRange, gap: string, word: string): Side {
  const isIn = (at: number) => at >= place.start && at <= place.end;
  const isEdge =
    word === '' ||
    gap.includes(LINE_END) ||
    gap.includes(WALL) ||
    spans.some(({ start, end }) => isIn(start) || isIn(end));
  return { gap, word, isEdge, isJoined: !isEdge && /^(?:\s*|[-‐‑'’_])$/.test(gap) };
}
