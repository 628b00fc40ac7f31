import { addToFilter, emptyKeyFilter } from '../match/key-filter';
import type { Paper } from '../paper';
import type { CorpusFolder } from './corpus-files';
import { KeyRecords, PARTITION_BITS, sortedRecords, WORDS_PER_RECORD, type KeyColumns } from './key-records';
import {
  ABOUT_FILE,
  filedHash,
  filedKeys,
  FILTER_FILE,
  KEYS_PART,
  packAbout,
  packFilter,
  packShard,
  shardName,
} from './key-tables';
import type { PartBuilder } from './part';

/**
 * So that a shard has 12 to 24 kB. A page of a hundred titles reads a hundred shards: of 12 kB that takes Chromium 11 ms, of 60
 * kB 30, and from 64 kB on, where it stores values as files of their own, more than 100.
 */
const RECORDS_PER_SHARD = 2_048;
const PARTITIONS = 2 ** PARTITION_BITS;

const runName = (run: number, rest: string): string =>
  `${KEYS_PART}/runs/${String(run).padStart(6, '0')}-${rest}`;
const partitionName = (run: number, partition: number): string => runName(run, partition.toString(16));
/** How many records a run has, without reading it: filter and shards are sized before the first partition is merged. */
const countName = (run: number): string => runName(run, 'count');

const namesOfRun = (run: number): readonly string[] =>
  Array.from({ length: PARTITIONS }, (_, partition) => partitionName(run, partition)).concat(countName(run));

/** Builds the lookup keys of a corpus. Runs have no seal: they live for one build, and a bad one shows in nothing lasting. */
export class KeyTableBuilder implements PartBuilder {
  readonly name = KEYS_PART;
  readonly #records = new KeyRecords();

  add(ordinal: number, paper: Paper): void {
    for (const key of filedKeys(paper)) {
      const { high, low } = filedHash(key);
      this.#records.add(high, low, ordinal);
    }
  }

  get bufferedBytes(): number {
    return this.#records.bytes;
  }

  flush(run: number): ReadonlyMap<string, Uint8Array> {
    const count = this.#records.bytes / 4 / WORDS_PER_RECORD;
    const files = new Map([[countName(run), bytesOf(Uint32Array.of(count))]]);
    this.#records.takePartitions().forEach((records, partition) => {
      if (records.length > 0) files.set(partitionName(run, partition), bytesOf(records));
    });
    return files;
  }

  async merge(folder: CorpusFolder, runs: number): Promise<void> {
    const numbers = Array.from({ length: runs }, (_, run) => run);
    const total = await countAll(folder, numbers.map(countName));
    const shardBits = Math.ceil(Math.log2(Math.max(1, total / RECORDS_PER_SHARD)));
    // A small corpus has fewer shards than partitions; then several partitions go into one shard.
    const groups = 2 ** Math.min(PARTITION_BITS, shardBits);
    const filter = emptyKeyFilter(total);
    for (let group = 0; group < groups; group += 1) {
      const partitions = Array.from(
        { length: PARTITIONS / groups },
        (_, at) => (group * PARTITIONS) / groups + at,
      );
      const names = numbers.flatMap((run) => partitions.map((partition) => partitionName(run, partition)));
      const columns = sortedRecords(await readWords(folder, names));
      columns.highs.forEach((high, at) => addToFilter(filter, { high, low: columns.lows[at] ?? 0 }));
      await folder.write(
        shardsOf(columns, group * (2 ** shardBits / groups), 2 ** shardBits / groups, shardBits),
      );
    }
    await folder.write(
      new Map([
        [FILTER_FILE, packFilter(filter)],
        [ABOUT_FILE, packAbout(shardBits)],
      ]),
    );
    await folder.remove(numbers.flatMap(namesOfRun));
  }
}

/** Also those without a record: a shard that is not there is a damage. */
function shardsOf(
  columns: KeyColumns,
  first: number,
  count: number,
  shardBits: number,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let from = 0;
  for (let shard = first; shard < first + count; shard += 1) {
    const end = (shard + 1) * 2 ** (32 - shardBits);
    let to = from;
    while (to < columns.highs.length && (columns.highs[to] ?? 0) < end) to += 1;
    files.set(shardName(shard), packShard(columns, from, to));
    from = to;
  }
  return files;
}

async function countAll(folder: CorpusFolder, names: readonly string[]): Promise<number> {
  const files = await folder.readMany(names);
  return names.reduce((sum, name) => sum + (wordsOf(files.get(name))[0] ?? 0), 0);
}

/** In the order of the names: that of the runs, and so of the ordinals. */
async function readWords(folder: CorpusFolder, names: readonly string[]): Promise<Uint32Array> {
  const files = await folder.readMany(names);
  const parts = names.map((name) => wordsOf(files.get(name)));
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

function wordsOf(bytes: Uint8Array | undefined): Uint32Array {
  return bytes ? new Uint32Array(bytes.slice().buffer) : new Uint32Array();
}
