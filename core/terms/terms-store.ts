import type { CorpusFiles } from '../corpus/corpus-files';
import { firstNotBelow } from '../search/text-index';
import { decodeAbout, type TermsAbout } from './about';
import { ByteReader } from './bytes';
import { CommonTerms } from './common-terms';
import { FrontReader } from './front-coding';
import * as names from './names';
import { PairTable } from './pair-counts';
import { frequencyOf, type Frequency } from './postings';
import { Recent } from './recent';
import { Shard, type Place } from './shard';

const SHARDS_BYTES_MAX = 4 * 1024 * 1024;
const LONG_BYTES_MAX = 6 * 1024 * 1024;

/** What a query keeps in memory as long as the worker lives. */
export interface Dictionary {
  readonly about: TermsAbout;
  readonly ranges: readonly string[];
  readonly common: CommonTerms;
}

/** A term of the index, its postings not read yet. */
export interface FoundTerm {
  readonly term: string;
  readonly frequency: Frequency;
  readonly place: Place;
}

/** Reads the index's files, each when it is first asked for, and remembers what fits. */
export class TermsStore {
  readonly #files: CorpusFiles;
  readonly #shards = new Recent<number, Shard>(SHARDS_BYTES_MAX, (shard) => shard.memory);
  readonly #long = new Recent<string, Uint8Array>(LONG_BYTES_MAX, (bytes) => bytes.length);
  readonly #facts = new Map<names.Fact, Promise<Uint8Array>>();
  #dictionary: Promise<Dictionary | null> | null = null;
  #pairs: Promise<PairTable> | null = null;

  constructor(files: CorpusFiles) {
    this.#files = files;
  }

  /** Null when there is no index, or one of another version. */
  dictionary(): Promise<Dictionary | null> {
    this.#dictionary ??= this.#readDictionary().catch((error: unknown) => {
      this.#dictionary = null;
      throw error;
    });
    return this.#dictionary;
  }

  pairs(): Promise<PairTable> {
    this.#pairs ??= this.#bytes(names.PAIRS)
      .then((bytes) => new PairTable(bytes))
      .catch((error: unknown) => {
        this.#pairs = null;
        throw error;
      });
    return this.#pairs;
  }

  /** One byte for each paper. */
  facts(fact: names.Fact): Promise<Uint8Array> {
    const known = this.#facts.get(fact);
    if (known) return known;
    const reading = this.#bytes(names.factFile(fact));
    this.#facts.set(fact, reading);
    reading.catch(() => this.#facts.delete(fact));
    return reading;
  }

  /** Those of the terms that some paper has. */
  async find(terms: readonly string[]): Promise<ReadonlyMap<string, FoundTerm>> {
    const dictionary = await this.dictionary();
    const found = new Map<string, FoundTerm>();
    if (!dictionary || dictionary.ranges.length === 0) return found;
    const shards = await this.#readShards(terms.map((term) => shardOf(dictionary.ranges, term)));
    for (const term of terms) {
      const place = shards.get(shardOf(dictionary.ranges, term))?.find(term);
      if (!place) continue;
      const frequency = place.kind === 'long' ? place.frequency : frequencyOf(place.postings);
      found.set(term, { term, frequency, place });
    }
    return found;
  }

  /** Terms that begin so, rare ones among them; no more than `shardsMax` shards are searched. */
  async startingWith(prefix: string, shardsMax: number): Promise<readonly string[]> {
    const dictionary = await this.dictionary();
    if (!dictionary || dictionary.ranges.length === 0) return [];
    const first = shardOf(dictionary.ranges, prefix);
    const numbers = [...Array(shardsMax).keys()]
      .map((offset) => first + offset)
      .filter((number) => number === first || dictionary.ranges[number]?.startsWith(prefix));
    const shards = await this.#readShards(numbers);
    return numbers.flatMap((number) => {
      const terms = shards.get(number)?.terms ?? [];
      const from = firstNotBelow(terms, prefix);
      const length = terms.slice(from).findIndex((term) => !term.startsWith(prefix));
      return terms.slice(from, length < 0 ? undefined : from + length);
    });
  }

  /** Postings of terms, strongest first; `headOnly` leaves the weakest impact of long ones out. */
  async postings(
    terms: readonly FoundTerm[],
    headOnly: (term: FoundTerm) => boolean,
  ): Promise<(term: FoundTerm) => readonly Uint8Array[]> {
    const namesOf = (found: FoundTerm): readonly string[] => {
      const { place } = found;
      if (place.kind === 'here') return [];
      const head = names.headFile(place.long);
      return place.hasTail && !headOnly(found) ? [head, names.tailFile(place.long)] : [head];
    };
    const long = await this.#readLong(terms.flatMap(namesOf));
    return (found) => {
      if (found.place.kind === 'here') return [found.place.postings];
      return namesOf(found).map((name) => long.get(name) ?? new Uint8Array(0));
    };
  }

  async #readShards(numbers: readonly number[]): Promise<ReadonlyMap<number, Shard>> {
    const shards = new Map<number, Shard>();
    const missing = new Set<number>();
    for (const number of numbers) {
      const shard = this.#shards.get(number);
      if (shard) shards.set(number, shard);
      else missing.add(number);
    }
    if (missing.size === 0) return shards;
    const files = await this.#files.readMany([...missing].map(names.shardFile));
    for (const number of missing) {
      const bytes = files.get(names.shardFile(number));
      if (!bytes) continue;
      const shard = new Shard(bytes);
      shards.set(number, shard);
      this.#shards.set(number, shard);
    }
    return shards;
  }

  async #readLong(wanted: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    for (const name of wanted) {
      const bytes = this.#long.get(name);
      if (bytes) found.set(name, bytes);
    }
    const missing = wanted.filter((name) => !found.has(name));
    if (missing.length === 0) return found;
    for (const [name, bytes] of await this.#files.readMany(missing)) {
      found.set(name, bytes);
      this.#long.set(name, bytes);
    }
    return found;
  }

  async #readDictionary(): Promise<Dictionary | null> {
    const files = await this.#files.readMany([names.ABOUT, names.RANGES, names.COMMON]);
    const about = decodeAbout(files.get(names.ABOUT) ?? new Uint8Array(0));
    const ranges = files.get(names.RANGES);
    const common = files.get(names.COMMON);
    if (!about || !ranges || !common) return null;
    return { about, ranges: decodeRanges(ranges), common: new CommonTerms(common) };
  }

  async #bytes(name: string): Promise<Uint8Array> {
    return (await this.#files.read(name)) ?? new Uint8Array(0);
  }
}

/** The last shard whose first term is not above the term. */
function shardOf(ranges: readonly string[], term: string): number {
  const at = firstNotBelow(ranges, term);
  return ranges[at] === term ? at : Math.max(0, at - 1);
}

function decodeRanges(bytes: Uint8Array): readonly string[] {
  const reader = new ByteReader(bytes);
  const front = new FrontReader();
  const ranges: string[] = [];
  while (!reader.isAtEnd) ranges.push(front.read(reader));
  return ranges;
}
