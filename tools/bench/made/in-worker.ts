/**
 * Put into the extension's own background worker by `measure.ts`, to time single questions there: what a call from a
 * page takes is mostly the message.
 */
import { Corpus } from '../../../core/corpus/corpus';
import { kinInCorpus, searchCorpus } from '../../../core/corpus/terms-of-corpus';
import { titlesInCorpus } from '../../../core/corpus/titles-of-corpus';
import type { CorpusFiles } from '../../../core/corpus/corpus-files';
import { TitleIndex } from '../../../core/titles/title-index';
import { findInText } from '../../../core/titles/titles-in-text';
import { corpusFolder, type CorpusSchema } from '../../../store/corpus-folder';
import { lazyDatabase } from '../../../store/database';

const SEAL_BYTES = 24;
/** A worker's clock has steps of a tenth of a millisecond. */
const TIMES = 10;

/** The files of the made corpus as they lie in the database. */
const openFiles = (corpusId: string): CorpusFiles =>
  corpusFolder(
    lazyDatabase<CorpusSchema>({
      name: 'paperkin-corpus',
      version: 2,
      stores: ['files'],
      disposable: false,
      upgrade: () => undefined,
    }),
    corpusId,
    1,
  );

const unsealed = (files: CorpusFiles): CorpusFiles => ({
  read: async (name) => (await files.read(name))?.subarray(SEAL_BYTES) ?? null,
  readMany: async (names) =>
    new Map([...(await files.readMany(names))].map(([name, bytes]) => [name, bytes.subarray(SEAL_BYTES)])),
});

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

async function bench(corpusId: string) {
  const files = openFiles(corpusId);
  const corpus = await Corpus.open(files, () => undefined);
  const index = await TitleIndex.open(unsealed(files));
  if (!corpus || !index) throw new Error('the corpus does not open');
  return {
    /** One after the other, each asked once to warm the caches and then for the time; the first ordinals found. */
    async titles(noisy: readonly string[]) {
      const measured: { ms: number; cold: number; first: readonly number[] }[] = [];
      for (const title of noisy) {
        const cold = await timed(() => index.lookUp([title]));
        const { ms, value } = await timed(async () => {
          for (let time = 1; time < TIMES; time += 1) await index.lookUp([title]);
          return index.lookUp([title]);
        });
        measured.push({
          ms: ms / TIMES,
          cold: cold.ms,
          first: (value[0] ?? []).map(({ ordinal }) => ordinal),
        });
      }
      return measured;
    },
    matches: (noisy: readonly string[]) => timed(async () => (await titlesInCorpus(corpus, noisy)).length),
    async scan(text: string, times: number) {
      const measured: { ms: number; found: number }[] = [];
      for (let time = 0; time < times; time += 1) {
        const { ms, value } = await timed(() => findInText(index, text));
        measured.push({ ms, found: value.length });
      }
      return measured;
    },
    search: (query: string) =>
      timed(async () => (await searchCorpus(corpus, { text: query, filters: null }, 10)).length),
    kin: (title: string, abstract: string) =>
      timed(async () => (await kinInCorpus(corpus, { id: 'title:none', title, abstract }, 6)).length),
  };
}

Object.assign(globalThis, { bench });
