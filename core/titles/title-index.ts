import type { CorpusFiles } from '../corpus/corpus-files';
import { isTellingTitleKey } from '../match/generic-titles';
import type { KeyEntry } from './key-shard';
import { DIRECTORY_FILE, unpackDirectory } from './directory';
import { SURE_NEAR_CHARS_MIN } from './signatures';
import { soughtTitle, type Reading, type SoughtTitle } from './sought-title';
import type { TitleMatch } from './title-match';
import { TitleShards, type KeyPlaces, type NearTitle } from './title-shards';

/** So many titles are looked up together: their files fit into memory, and each kind is read at once. */
const BATCH = 64;

/** A shorter beginning is too common to name a title. */
const TRUNCATED_CHARS_MIN = 30;
/** Where words in the middle are left out, so many letters before them and a title's end after them make up for less. */
const HALF_CHARS_MIN = 15;

/** So much of a title that is cut at its start is enough by itself. */
const END_SHARE_MIN = 2 / 3;

/** As in the keys of a paper: two papers of one title are one in fifty; a title with pieces taken off is less certain. */
const SAME_KEY_CONFIDENCE = 0.98;
const STRIPPED_DISCOUNT = 0.03;
/** An ellipsis says that the title goes on; without one, the beginning may be a title of its own, of a paper unknown here. */
const CUT_CONFIDENCE = 0.93;
const UNSAID_CUT_CONFIDENCE = 0.8;
const NEAR_CONFIDENCE = 0.95;
/** A similarity of 0.95 gives 0.85. */
const CONFIDENCE_PER_ERROR = 2;
const SHORT_NEAR_DISCOUNT = 0.2;

type Halves = NonNullable<SoughtTitle['halves']>;

/** Finds papers by their titles, however noisy, reading only the files it needs. */
export class TitleIndex {
  /** What `titles-in-text` scans with; apart from here so that only those who scan carry its code. */
  readonly files: CorpusFiles;
  readonly shards: TitleShards;

  private constructor(files: CorpusFiles, shards: TitleShards) {
    this.files = files;
    this.shards = shards;
  }

  /** Null when the corpus has no title index or it is damaged. */
  static async open(files: CorpusFiles): Promise<TitleIndex | null> {
    const bytes = await files.read(DIRECTORY_FILE);
    const directory = bytes && unpackDirectory(bytes);
    if (!directory) return null;
    return new TitleIndex(files, new TitleShards(files, directory));
  }

  /**
   * The papers that each title names, best first; several where papers share a title. Tries, in this order, the same
   * key, a beginning of 30 letters or more that one title alone has (or beginning and end of one; after an ellipsis an
   * end), and a similarity of 0.95.
   */
  async lookUp(titles: readonly string[]): Promise<readonly (readonly TitleMatch[])[]> {
    const found: (readonly TitleMatch[])[] = [];
    for (let at = 0; at < titles.length; at += BATCH)
      found.push(...(await this.#batch(titles.slice(at, at + BATCH).map(soughtTitle))));
    return found;
  }

  async #batch(sought: readonly SoughtTitle[]): Promise<readonly (readonly TitleMatch[])[]> {
    const readings = sought.flatMap((title) =>
      title.halves ? [...title.readings, title.halves.start] : title.readings,
    );
    const places = await this.shards.find(readings.map(({ bytes }) => bytes));
    const placeOf = new Map(readings.map((reading, at) => [reading, places[at]]));
    const found = sought.map((title) => bySameLetters(title, (reading) => placeOf.get(reading)));
    for (const [at, { ends }] of sought.entries())
      if (found[at]?.length === 0) found[at] = await this.#byEnd(ends);
    const open = sought.flatMap((title, at) => (found[at]?.length === 0 ? title.readings : []));
    if (open.length === 0) return found;
    const near = await this.shards.findNear(open);
    const nearOf = new Map(open.map((reading, at) => [reading, near[at] ?? []]));
    return found.map((matches, at) =>
      matches.length > 0 ? matches : byNearness(sought[at]?.readings ?? [], (one) => nearOf.get(one) ?? []),
    );
  }

  /** The title that alone ends with what stands after an ellipsis at the start. */
  async #byEnd(ends: readonly Reading[]): Promise<TitleMatch[]> {
    for (const end of ends) {
      if (end.key.length < TRUNCATED_CHARS_MIN) continue;
      const [only, another] = await this.shards.findLonger(end);
      if (only) return another ? [] : cutMatches(only, !isMostOf(end.bytes, only.key));
    }
    return [];
  }
}

function bySameLetters(
  { readings, isCut, halves }: SoughtTitle,
  placesOf: (reading: Reading) => KeyPlaces | undefined,
): TitleMatch[] {
  for (const reading of readings) {
    const places = placesOf(reading);
    if (!places?.same || (isCut && places.longer.length > 0)) continue;
    const confidence = SAME_KEY_CONFIDENCE - (reading.stripped ? STRIPPED_DISCOUNT : 0);
    const needsSupport = !isTellingTitleKey(reading.key);
    return places.same.ordinals.map((ordinal) => ({ ordinal, rule: 'title', confidence, needsSupport }));
  }
  for (const reading of readings) {
    const matches = truncatedMatches(reading, placesOf(reading), isCut);
    if (matches.length > 0) return matches;
  }
  return halves ? halvedMatches(halves, placesOf(halves.start)) : [];
}

/** The title that alone begins with what stands before an ellipsis, and ends with what stands after it. */
function halvedMatches({ start, end }: Halves, places: KeyPlaces | undefined): TitleMatch[] {
  const [only, another] = places?.longer ?? [];
  if (!only || another || places?.same || start.key.length < HALF_CHARS_MIN) return [];
  const letters = start.bytes.length + end.length;
  const isWhole = letters <= only.key.length && letters >= TRUNCATED_CHARS_MIN && endsWith(only.key, end);
  return isWhole ? cutMatches(only, false) : [];
}

function cutMatches({ ordinals }: KeyEntry, needsSupport: boolean): TitleMatch[] {
  return ordinals.map((ordinal) => ({
    ordinal,
    rule: 'truncated',
    confidence: CUT_CONFIDENCE,
    needsSupport,
  }));
}

/** Ends are shared more than beginnings ("… for Large Language Models"), and a number that is cut off tells papers apart. */
function isMostOf(end: Uint8Array, key: Uint8Array): boolean {
  const missing = key.subarray(0, key.length - end.length);
  return end.length >= END_SHARE_MIN * key.length && !missing.some(isDigit);
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

function endsWith(key: Uint8Array, end: Uint8Array): boolean {
  const from = key.length - end.length;
  return end.every((byte, at) => key[from + at] === byte);
}

function truncatedMatches(reading: Reading, places: KeyPlaces | undefined, isCut: boolean): TitleMatch[] {
  if (!places || places.same || reading.key.length < TRUNCATED_CHARS_MIN) return [];
  const [only, another] = places.longer;
  // What stands before a colon is a title of its own, until an ellipsis says otherwise.
  if (!only || another || (only.head === reading.key.length && !isCut)) return [];
  const confidence = isCut ? CUT_CONFIDENCE : UNSAID_CUT_CONFIDENCE;
  return only.ordinals.map((ordinal) => ({ ordinal, rule: 'truncated', confidence, needsSupport: !isCut }));
}

/** Of all readings' near titles the nearest, all of them where several are equally near. */
function byNearness(
  readings: readonly Reading[],
  nearOf: (reading: Reading) => readonly NearTitle[],
): TitleMatch[] {
  const all = readings.flatMap(nearOf);
  const best = Math.max(0, ...all.map(({ similarity }) => similarity));
  const nearest = new Map(
    all.filter(({ similarity }) => similarity === best).map((near) => [near.key, near]),
  );
  const isAlone = nearest.size === 1;
  return [...nearest.values()].flatMap((near) => nearMatches(near, isAlone));
}

function nearMatches({ key, similarity, ordinals }: NearTitle, isAlone: boolean): TitleMatch[] {
  const isShort = key.length < SURE_NEAR_CHARS_MIN;
  const asItIs = NEAR_CONFIDENCE - CONFIDENCE_PER_ERROR * (1 - similarity);
  const confidence = asItIs - (isShort ? SHORT_NEAR_DISCOUNT : 0);
  return ordinals.map((ordinal) => ({
    ordinal,
    rule: 'fuzzy',
    confidence,
    needsSupport: isShort || !isAlone,
  }));
}
