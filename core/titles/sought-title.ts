import { plainTitle, titleKey, titleKeyCandidates } from '../text/title-key';
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
}

const DOTS = '(?:…|⋯|\\.{3}|\\. \\. \\.)';
const ELLIPSIS = new RegExp(`${DOTS}\\W{0,3}$`, 'u');
const INNER_ELLIPSIS = new RegExp(`^(.*[\\p{L}\\p{N}]\\W{0,3}?)${DOTS}(\\W{0,3}[\\p{L}\\p{N}].*)$`, 'u');
const encoder = new TextEncoder();

/** What to look for when a page says `title`. */
export function soughtTitle(title: string): SoughtTitle {
  const plain = plainTitle(title);
  const readings = readingsOf(title, plain);
  const [, before = '', after = ''] = INNER_ELLIPSIS.exec(plain) ?? [];
  // Of numbering and prefixes the reading that is likeliest to be bare: the last.
  const start = after === '' || INNER_ELLIPSIS.test(before) ? undefined : readingsOf(before, before).at(-1);
  const end = encoder.encode(titleKey(after));
  return { readings, isCut: ELLIPSIS.test(plain), halves: start ? { start, end } : null };
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
