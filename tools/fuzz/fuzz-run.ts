import { processorNow } from '../../tests/samples/processor-time';
import { chanceOf } from '../eval/chance';
import { mutated } from './mutate';
import type { Sample } from './samples';
import { throughImporters } from './through-importers';

/** Processor time that one file may take: a start, and so much for each byte. Seventeen readers look at each. */
const CASE_MS_MAX = 1_500;
const BYTE_MS_MAX = 0.05;

/** What is read goes out again so often: that takes as long as reading. */
const WRITTEN_EVERY = 5;

export interface FuzzFault {
  readonly sample: string;
  /** With which `--seed`, `--format` and `--cases 1` it happens again. */
  readonly seed: number;
  readonly words: string;
}

/** What came of many spoilt copies of one file. */
export interface FuzzTally {
  readonly format: string;
  readonly cases: number;
  readonly read: number;
  readonly records: number;
  readonly slowestMs: number;
  readonly bytes: number;
  readonly faults: readonly FuzzFault[];
}

const BUILT_IN = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const namesIn = (): string => BUILT_IN.map((each) => Reflect.ownKeys(each).map(String).join()).join('\n');

/** Spoils a file so many times, each time by a seed of its own, and takes it through the importers. */
export async function fuzzSample(sample: Sample, cases: number, firstSeed: number): Promise<FuzzTally> {
  const faults: FuzzFault[] = [];
  let [read, records, slowestMs, bytes] = [0, 0, 0, 0];
  const before = namesIn();
  for (let at = 0; at < cases; at++) {
    const seed = firstSeed + at;
    const file = mutated(sample.bytes, chanceOf(Math.imul(seed, 2_654_435_761)));
    const startMs = processorNow();
    const result = await throughImporters(file, sample.name, seed % WRITTEN_EVERY === 0);
    const ms = processorNow() - startMs;
    slowestMs = Math.max(slowestMs, ms);
    if (result.isRead) read += 1;
    records += result.records;
    bytes += file.length;
    const late =
      ms > CASE_MS_MAX + BYTE_MS_MAX * file.length ? [`${ms.toFixed(0)} ms for ${file.length} bytes`] : [];
    const polluted = namesIn() === before ? [] : ['a prototype was changed'];
    for (const words of [...result.faults, ...late, ...polluted])
      faults.push({ sample: sample.name, seed, words });
  }
  return { format: sample.format, cases, read, records, slowestMs, bytes, faults };
}

/** Two turns of one file as one. */
export function joinTallies(a: FuzzTally | undefined, b: FuzzTally): FuzzTally {
  if (!a) return b;
  return {
    format: a.format,
    cases: a.cases + b.cases,
    read: a.read + b.read,
    records: a.records + b.records,
    slowestMs: Math.max(a.slowestMs, b.slowestMs),
    bytes: a.bytes + b.bytes,
    faults: [...a.faults, ...b.faults],
  };
}
