import { plainTitle, titleKey, titleKeyCandidates } from '../text/title-key';
import { titleVariants } from '../text/title-variants';
import { letterStream, lettersOf, WORD_BEGINS } from './letter-stream';
import type { ReadTitle } from './near-title';

/** One reading of a title as it stands on a page. */
export interface Reading extends ReadTitle {
  /** UTF-8 of the key. */
  readonly bytes: Uint8Array;
  /** Whether numbering, a prefix or a tail was taken off. */
  readonly stripped: boolean;
}

export interface SoughtTitle {
  /** Likeliest first. */
  readonly readings: readonly Reading[];
  /** Whether an ellipsis says that the title goes on. */
  readonly isCut: boolean;
  /** What stands on either side of the one ellipsis within the title, which may stand for words left out; else null. */
  readonly halves: { readonly start: Reading; readonly end: Uint8Array } | null;
  /** What stands after an ellipsis at the start, which may stand for words left out; empty where there is none. */
  readonly ends: readonly Reading[];
}

const DOTS = '(?:…|⋯|\\.{3}|\\. \\. \\.)';
const ELLIPSIS = new RegExp(`${DOTS}\\W{0,3}$`, 'u');
const INNER_ELLIPSIS = new RegExp(`^(.*[\\p{L}\\p{N}]\\W{0,3}?)${DOTS}(\\W{0,3}[\\p{L}\\p{N}].*)$`, 'u');
const FIRST_ELLIPSIS = new RegExp(`^[^\\p{L}\\p{N}]{0,3}${DOTS}[^\\p{L}\\p{N}]{0,3}(?=[\\p{L}\\p{N}])`, 'u');
const ANY_DOTS = new RegExp(DOTS);
/** No number or prefix is longer. */
const HEAD_CHARS_MAX = 64;
const encoder = new TextEncoder();

/** What to look for when a page says `title`. */
export function soughtTitle(title: string): SoughtTitle {
  const plain = plainTitle(title);
  const readings = readingsOf(title, plain);
  const [, before = '', after = ''] = INNER_ELLIPSIS.exec(plain) ?? [];
  // Of numbering and prefixes the reading that is likeliest to be bare: the last.
  const start = after === '' || INNER_ELLIPSIS.test(before) ? undefined : readingsOf(before, before).at(-1);
  const end = encoder.encode(titleKey(after));
  const isCut = ELLIPSIS.test(plain);
  return { readings, isCut, halves: start ? { start, end } : null, ends: isCut ? [] : endsOf(plain) };
}

function endsOf(plain: string): readonly Reading[] {
  if (!ANY_DOTS.test(plain.slice(0, HEAD_CHARS_MAX))) return [];
  // What a list puts before a title, such as a number, stands before the ellipsis.
  const cut = FIRST_ELLIPSIS.test(plain) ? plain : (titleVariants(plain)[1] ?? plain);
  const end = cut.replace(FIRST_ELLIPSIS, '');
  return end === cut || INNER_ELLIPSIS.test(end) ? [] : readingsOf(end, end);
}

function readingsOf(title: string, plain: string): readonly Reading[] {
  const asItIs = titleKey(plain);
  return titleKeyCandidates(title).map((key) => ({
    key,
    bytes: encoder.encode(key),
    stripped: key !== asItIs,
    get wordStarts() {
      return wordStarts(plain, key);
    },
  }));
}

/** Where in a key the words of the title begin; readings are parts of the whole title's key. */
function wordStarts(plain: string, key: string): number[] {
  const stream = letterStream(plain);
  const offset = lettersOf(stream, 0, stream.length).indexOf(key);
  const starts: number[] = [];
  if (offset < 0) return starts;
  for (let at = 0; at < key.length; at += 1) {
    if ((stream.edges[offset + at] ?? 0) & WORD_BEGINS) starts.push(at);
  }
  return starts;
}
