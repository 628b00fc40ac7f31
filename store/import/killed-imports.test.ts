import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotLines } from '../../tests/samples/import-files';
import { FilesInMemory, type CorpusFolder } from '../../core/corpus/corpus-files';
import { indexerHere, sharedOut, type Indexer } from '../../core/corpus/indexer';
import { EVERY_PAPER } from '../../core/formats/import-filter';
import { IMPORT_FORMATS } from '../../core/formats/import-formats';
import { inspectSource, type FoundSource } from '../../core/import/inspect';
import { runImport } from '../../core/import/run-import';
import { paperOfMention } from '../../core/identity/paper-id';
import { sampleMention } from '../../tests/samples/papers';
import { partBuilders } from '../filed-corpus';

const PAPERS = 800;
/** A hundred of the file, and 167 of the older ones. */
const DUPLICATES = 267;
/** Small enough for a dozen stretches. */
const STRETCH_BYTES = 50_000;

/** What the file does not have, and some that it has. */
const OLDER = Array.from({ length: 300 }, (_, at) =>
  paperOfMention(
    sampleMention({ arxiv: `2301.${10_600 + at * 3}`, title: `An older paper on harbour ${at}` }),
  ),
).filter((paper) => paper !== null);

async function* older(from: number) {
  yield* OLDER.slice(from);
}

/** One file with papers that come twice and a record that is none. */
async function source(): Promise<FoundSource> {
  const text = `${snapshotLines(PAPERS / 2)}nonsense\n${snapshotLines(PAPERS, 300)}`;
  const found = await inspectSource(new Blob([text]), 'a.json', IMPORT_FORMATS);
  if (!found.ok) throw new Error('not found');
  return found;
}

/** Dies at the n-th thing that is asked of it, before or after it was done, and answers nobody from then on. */
class MortalFolder implements CorpusFolder {
  steps = 0;
  readonly #files: FilesInMemory;
  readonly #lastStep: number;
  readonly #isDone: boolean;

  constructor(files: FilesInMemory, lastStep: number, isDone = false) {
    this.#files = files;
    this.#lastStep = lastStep;
    this.#isDone = isDone;
  }

  read = (name: string) => this.#step(() => this.#files.read(name));
  readMany = (names: readonly string[]) => this.#step(() => this.#files.readMany(names));
  write = (files: ReadonlyMap<string, Uint8Array>) => this.#step(() => this.#files.write(files));
  remove = (names: readonly string[]) => this.#step(() => this.#files.remove(names));

  async #step<T>(work: () => Promise<T>): Promise<T> {
    this.steps += 1;
    if (this.steps < this.#lastStep) return work();
    if (this.steps === this.#lastStep && this.#isDone) await work();
    throw new Error('killed');
  }
}

/** A helper with builders of its own; plain data in and out, as from worker to worker, and an answer when it pleases. */
function helper(folder: CorpusFolder, turns: () => number): Indexer {
  const indexer = indexerHere(partBuilders(), folder);
  const wait = async () => {
    for (let left = turns(); left > 0; left -= 1) await Promise.resolve();
  };
  return {
    width: 1,
    async index(stretch) {
      await wait();
      return structuredClone(await indexer.index(structuredClone(stretch)));
    },
    async mergePart(part, runs, onRead) {
      await wait();
      return structuredClone(await indexer.mergePart(part, runs, onRead));
    },
  };
}

function indexerOf(size: number, folder: CorpusFolder, seed: number): Indexer | null {
  let state = seed;
  const turns = () => (state = (state * 16_807) % 2_147_483_647) % 50;
  return size === 0 ? null : sharedOut(Array.from({ length: size }, () => helper(folder, turns)));
}

function bring(found: FoundSource, folder: CorpusFolder, indexer: Indexer | null) {
  return runImport({
    source: found,
    filter: EVERY_PAPER,
    folder,
    parts: partBuilders(),
    indexer,
    stretchBytes: STRETCH_BYTES,
    older,
    mayGoOn: async () => true,
    now: () => 0,
    onProgress: () => undefined,
  });
}

const contents = (files: FilesInMemory) =>
  [...files.all()]
    .map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('base64')}`)
    .toSorted((a, b) => (a < b ? -1 : 1));

describe('an import', () => {
  it('comes to the same files whoever indexes it', async () => {
    const found = await source();
    const all = await Promise.all(
      [0, 1, 3].map(async (size) => {
        const files = new FilesInMemory();
        const end = await bring(found, files, indexerOf(size, files, 7));
        expect(end).toMatchObject({ kind: 'done', progress: { bad: 1, duplicates: DUPLICATES } });
        return contents(files);
      }),
    );
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
  }, 60_000);

  it('comes to the same files wherever it is killed, and killed again, and whoever goes on with it', async () => {
    const found = await source();
    const whole = new FilesInMemory();
    const counting = new MortalFolder(whole, Infinity);
    const end = await bring(found, counting, null);
    const expected = contents(whole);
    const death = fc.record({
      step: fc.integer({ min: 1, max: counting.steps }),
      isDone: fc.boolean(),
      size: fc.constantFrom(0, 1, 3),
    });
    let kills = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(death, { minLength: 2, maxLength: 4 }), fc.nat(1e6), async (deaths, seed) => {
        const files = new FilesInMemory();
        for (const { step, isDone, size } of deaths) {
          const folder = new MortalFolder(files, step, isDone);
          const cause = await bring(found, folder, indexerOf(size, folder, seed + 1)).then(
            () => 'none',
            ({ message }: Error) => message,
          );
          expect(['none', 'killed']).toContain(cause);
          if (cause === 'killed') kills += 1;
        }
        const resumed = await bring(found, files, indexerOf(seed % 3, files, seed + 1));
        expect({ ...resumed, progress: null }).toEqual({ ...end, progress: null });
        expect(contents(files)).toEqual(expected);
      }),
      { numRuns: 12, seed: 2_026 },
    );
    expect(kills).toBeGreaterThanOrEqual(20);
  }, 300_000);
});
