import type { CorpusFiles } from '../corpus/corpus-files';
import { isTellingTitleKey } from '../match/generic-titles';
import { FILTER_FILE } from './directory';
import type { KeyEntry } from './key-shard';
import { WORD_BEGINS, WORD_ENDS, type LetterStream } from './letter-stream';
import { titleBytesAt } from './stream-bytes';
import {
  ASKED_MAX,
  FIRST_LETTERS,
  MORE_LETTERS,
  SHORT_LETTERS,
  StretchHashes,
  TitleFilter,
} from './title-filter';
import type { TitleSighting } from './title-match';
import type { Beginning, TitleShards } from './title-shards';

/** Shorter titles ("Faust", "GPT") are not looked for in running text. */
const SCANNED_CHARS_MIN = SHORT_LETTERS;
/** So many places of a text are looked at together. */
const BATCH = 256;
/** Each round comes nearer to a title that stands there; among millions of titles three or four are usual. */
const ROUNDS_MAX = 16;

/** A place of the stream where a title may begin. */
interface Place {
  readonly at: number;
  /** By the filter no title of fewer letters stands there. */
  readonly lettersMin: number;
  /** UTF-8 of the letters from there, which shrink to what is still to be looked for. */
  letters: Uint8Array;
}

/** Finds titles in running text: one pass over its words, and files only where a title probably begins. */
export class TextScan {
  readonly #files: CorpusFiles;
  readonly #shards: TitleShards;
  readonly #decoder = new TextDecoder();
  #filter: TitleFilter | null = null;

  constructor(files: CorpusFiles, shards: TitleShards) {
    this.#files = files;
    this.#shards = shards;
  }

  /** Every title that stands in the text, whose letters are given, as whole words, in the order of where it begins. */
  async find(text: string, stream: LetterStream): Promise<TitleSighting[]> {
    const filter = await this.#loadedFilter();
    if (!filter) return [];
    const beginnings = possibleBeginnings(stream, filter);
    const found: TitleSighting[] = [];
    for (let at = 0; at < beginnings.length; at += BATCH)
      await this.#verify(text, stream, beginnings.slice(at, at + BATCH), found);
    return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  }

  async #loadedFilter(): Promise<TitleFilter | null> {
    if (!this.#filter) {
      const bits = await this.#files.read(FILTER_FILE);
      this.#filter = bits && new TitleFilter(bits);
    }
    return this.#filter;
  }

  async #verify(
    text: string,
    stream: LetterStream,
    beginnings: readonly Omit<Place, 'letters'>[],
    found: TitleSighting[],
  ): Promise<void> {
    let open = beginnings.map((place): Place => ({ ...place, letters: titleBytesAt(stream, place.at) }));
    for (let round = 0; round < ROUNDS_MAX && open.length > 0; round += 1) {
      const steps = await this.#shards.notGreater(open.map(({ letters }) => letters));
      open = open.filter((beginning, index) => {
        const along = steps[index];
        if (!along) return false;
        const sighting = along.entry && this.#sighting(text, stream, beginning.at, along.entry);
        if (sighting) found.push(sighting);
        return shrink(beginning, along);
      });
    }
  }

  /** Null unless the title that stands there ends with a word. */
  #sighting(text: string, stream: LetterStream, at: number, entry: KeyEntry): TitleSighting | null {
    const key = this.#decoder.decode(entry.key);
    const last = at + key.length - 1;
    if (((stream.edges[last] ?? 0) & WORD_ENDS) === 0 || key.length < SCANNED_CHARS_MIN) return null;
    const start = stream.origins[at] ?? 0;
    const lastOrigin = stream.origins[last] ?? 0;
    const end = lastOrigin + String.fromCodePoint(text.codePointAt(lastOrigin) ?? 0).length;
    return {
      start,
      end,
      ordinals: entry.ordinals,
      letters: key.length,
      needsSupport: !isTellingTitleKey(key),
    };
  }
}

/**
 * Every key that the letters begin with is at most as long as what they share with the greatest key not after them;
 * so the search goes on with that much, or, where that key itself is a beginning, with one letter less.
 */
function shrink(beginning: Place, { shared, entry }: Beginning): boolean {
  const left = entry ? shared - 1 : shared;
  beginning.letters = beginning.letters.subarray(0, left);
  return left >= beginning.lettersMin;
}

/** Places in the stream where, by the filter, a title may begin. */
function possibleBeginnings(stream: LetterStream, filter: TitleFilter): Omit<Place, 'letters'>[] {
  const words = wordStarts(stream);
  const hashes = new StretchHashes(stream.units, stream.length);
  const places: Omit<Place, 'letters'>[] = [];
  const [short, first] = [new Int32Array(ASKED_MAX), new Int32Array(ASKED_MAX)];
  const [mayBeShort, mayBeLong] = [new Uint8Array(ASKED_MAX), new Uint8Array(ASKED_MAX)];
  // Near the end of the text the hashes are of fewer letters; those words are looked at one by one all the same.
  for (let from = 0; from + 1 < words.length; from += ASKED_MAX) {
    const count = Math.min(ASKED_MAX, words.length - 1 - from);
    for (let at = 0; at < count; at += 1) {
      const start = words[from + at] ?? 0;
      short[at] = hashes.of(start, SCANNED_CHARS_MIN);
      first[at] = hashes.of(start, FIRST_LETTERS);
    }
    filter.mayHaveEach(short.subarray(0, count), 'short', mayBeShort);
    filter.mayHaveEach(first.subarray(0, count), 'first', mayBeLong);
    for (let at = 0; at < count; at += 1) {
      // Nearly all words end here.
      if (((mayBeShort[at] ?? 0) | (mayBeLong[at] ?? 0)) === 0) continue;
      const lettersMin = shortestTitle(words, from + at, hashes, filter);
      if (lettersMin > 0) places.push({ at: words[from + at] ?? 0, lettersMin });
    }
  }
  return places;
}

/** Where words begin, and at last where the stream ends: a word ends where the next one begins. */
function wordStarts({ edges, length }: LetterStream): Uint32Array {
  const starts = new Uint32Array(length + 1);
  let count = 0;
  for (let at = 0; at < length; at += 1) if (((edges[at] ?? 0) & WORD_BEGINS) !== 0) starts[count++] = at;
  starts[count++] = length;
  return starts.subarray(0, count);
}

/** Least number of letters that a title which begins with a word may have; 0 when none does. */
function shortestTitle(words: Uint32Array, word: number, hashes: StretchHashes, filter: TitleFilter): number {
  const start = words[word] ?? 0;
  const left = (words[words.length - 1] ?? 0) - start;
  const mayBeShort =
    left >= SCANNED_CHARS_MIN && filter.mayHave(hashes.of(start, SCANNED_CHARS_MIN), 'short');
  const mayBeLong = left > FIRST_LETTERS && filter.mayHave(hashes.of(start, FIRST_LETTERS), 'first');
  if (!mayBeShort && !mayBeLong) return 0;
  for (let next = word + 1; next < words.length; next += 1) {
    const letters = (words[next] ?? 0) - start;
    if (letters < SCANNED_CHARS_MIN) continue;
    if (letters > FIRST_LETTERS && !mayBeLong) return 0;
    if (letters >= MORE_LETTERS)
      return filter.mayHave(hashes.of(start, MORE_LETTERS), 'more') ? MORE_LETTERS : 0;
    if (letters <= FIRST_LETTERS && !mayBeShort) continue;
    if (filter.mayHave(hashes.of(start, letters), 'whole')) return letters;
  }
  return 0;
}
