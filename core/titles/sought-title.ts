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
}

const ELLIPSIS = /(?:…|\.{3})\W{0,3}$/u;
const encoder = new TextEncoder();

/** What to look for when a page says `title`. */
export function soughtTitle(title: string): SoughtTitle {
  const plain = plainTitle(title);
  const asItIs = titleKey(plain);
  const readings = titleKeyCandidates(title).map((key) => ({
    key,
    bytes: encoder.encode(key),
    stripped: key !== asItIs,
    get wordStarts() {
      return wordStarts(plain, key);
    },
  }));
  return { readings, isCut: ELLIPSIS.test(plain) };
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
