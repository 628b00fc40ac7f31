import { describe, expect, it } from 'vitest';
import { snapshotLines, snapshotTitle } from '../../tests/samples/import-files';
import { FilesInMemory, type CorpusFolder } from '../corpus/corpus-files';
import { KeyTableBuilder } from '../corpus/key-table-builder';
import type { PartBuilder } from '../corpus/part';
import { PaperBlocks } from '../corpus/paper-blocks';
import { EVERY_PAPER, type ImportFilter } from '../formats/import-filter';
import { IMPORT_FORMATS } from '../formats/import-formats';
import { packStream } from '../formats/pack-writer';
import type { Paper } from '../paper';
import { readErrors } from './error-list';
import { Gate } from './gate';
import type { ImportProgress } from './import-progress';
import { inspectSource, type FoundSource } from './inspect';
import { runImport, type ImportJob } from './run-import';

async function found(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<FoundSource> {
  const source = await inspectSource(new Blob([content]), name, IMPORT_FORMATS);
  if (!source.ok) throw new Error(`not found: ${JSON.stringify(source)}`);
  return source;
}

function run(source: FoundSource, folder: CorpusFolder, more: Partial<ImportJob> = {}) {
  let clock = 0;
  return runImport({
    source,
    filter: EVERY_PAPER,
    folder,
    parts: [new KeyTableBuilder()],
    indexer: null,
    stretchBytes: 200_000,
    older: null,
    mayGoOn: async () => true,
    now: () => (clock += 50),
    onProgress: () => undefined,
    ...more,
  });
}

async function titlesIn(folder: CorpusFolder, count: number): Promise<string[]> {
  const blocks = new PaperBlocks(folder, () => undefined);
  const papers = await blocks.papers(Array.from({ length: count }, (_, at) => at));
  return [...papers.values()].map(({ title }) => title);
}

/** Gives way at the nth write, as a browser that dies does. */
function dyingAt(write: number, folder: FilesInMemory): CorpusFolder {
  let writes = 0;
  return {
    read: (name) => folder.read(name),
    readMany: (names) => folder.readMany(names),
    remove: (names) => folder.remove(names),
    write: async (files) => {
      writes += 1;
      if (writes === write) throw new Error('died');
      await folder.write(files);
    },
  };
}

/** Of each run it reads more than a megabyte. */
class HeavyPart implements PartBuilder {
  readonly name = 'heavy';
  readonly bufferedBytes = 0;
  add = (): void => undefined;
  flush = (at: number) => new Map([[`heavy/runs/${at}`, new Uint8Array(1_200_000)]]);
  async merge(folder: CorpusFolder, runs: number): Promise<void> {
    for (let at = 0; at < runs; at += 1) await folder.read(`heavy/runs/${at}`);
  }
}

async function packOf(count: number): Promise<Uint8Array<ArrayBuffer>> {
  const facts = { name: 'Sea', source: 'sea.json', papers: count, madeBy: 'Paperkin', madeAt: 0 };
  async function* papers() {
    for (let at = 0; at < count; at += 1) yield { ...PLAIN, id: `arxiv:${at}`, title: snapshotTitle(at) };
  }
  return new Uint8Array(await new Response(packStream(facts, papers())).arrayBuffer());
}

/** As text: comparing bytes one by one takes a minute. */
const contents = (folder: FilesInMemory) =>
  new Map([...folder.all()].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]));

const BIB = `@article{a, title = {Counting Sea Birds From Kites Again}, author = {Gull, Di}, year = 2020}
@article{b, title = {Dense Attention Revisited on Harbour Logs}, author = {Jetty, Cy}, year = 2021}
@article{c, author = {Nobody}}
`;

describe('an import', () => {
  it('takes in what passes the filter and counts the rest', async () => {
    const folder = new FilesInMemory();
    const filter: ImportFilter = { ...EVERY_PAPER, categories: ['cs'] };
    const lines = `${snapshotLines(10)}nonsense\n${snapshotLines(2)}`;
    const end = await run(await found('a.json', lines), folder, { filter });
    expect(end).toMatchObject({
      kind: 'done',
      progress: { papers: 5, filtered: 6, duplicates: 1, bad: 1, bytesDone: lines.length },
    });
    expect((await titlesIn(folder, 5))[1]).toBe(snapshotTitle(2));
    expect(await readErrors(folder)).toMatchObject([{ file: 'a.json', line: 11, excerpt: 'nonsense' }]);
  });

  it('reports at most five times a second, and never goes back', async () => {
    const seen: ImportProgress[] = [];
    const source = await found('a.json', snapshotLines(2_000));
    await run(source, new FilesInMemory(), { onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeLessThan(20);
    const counts = seen.map(({ papers }) => papers);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('that is cancelled writes no manifest', async () => {
    const folder = new FilesInMemory();
    const gate = new Gate();
    gate.cancel();
    expect(await run(await found('a.bib', BIB), folder, { mayGoOn: gate.mayGoOn })).toEqual({
      kind: 'cancelled',
    });
    expect(await folder.read('manifest')).toBeNull();
  });

  it('tells how far making papers findable is, and can be paused and cancelled there', async () => {
    const source = await found('a.json', snapshotLines(2_000));
    const gate = new Gate();
    const seen: number[] = [];
    const folder = new FilesInMemory();
    const onProgress = ({ phase, indexed }: ImportProgress) => {
      if (phase === 'indexing') seen.push(indexed);
      if (indexed > 0) gate.pause();
    };
    const ending = run(source, folder, { parts: [new HeavyPart()], mayGoOn: gate.mayGoOn, onProgress });
    await expect.poll(() => seen.length).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBeGreaterThan(0);
    expect(seen[1]).toBeLessThan(1);
    gate.cancel();
    expect(await ending).toEqual({ kind: 'cancelled' });
    expect(await folder.read('manifest')).toBeNull();
  });

  it('keeps the older papers that the file does not have', async () => {
    const folder = new FilesInMemory();
    const old = (id: string, title: string): Paper => ({ ...PLAIN, id, title });
    const older = async function* (from: number) {
      yield* [old('arxiv:2301.10000', 'Replaced'), old('arxiv:1', 'Kept')].slice(from);
    };
    await run(await found('a.json', snapshotLines(2)), folder, { older });
    expect(await titlesIn(folder, 3)).toEqual([snapshotTitle(0), snapshotTitle(1), 'Kept']);
  });
});

describe('an import that dies and is started again', () => {
  const lines = `${snapshotLines(1_500)}nonsense\n${snapshotLines(1_500, 1_500)}`;
  const library = Array.from(
    { length: 1_500 },
    (_, at) => `@article{k${at}, title = {${snapshotTitle(at)}}, author = {Quay, Ada}}\n`,
  ).join('');

  it.each([
    ['a.json', lines, [1, 2, 3, 5, 8]],
    ['a.bib', library, [1, 2, 3]],
    ['a.paperkin', packOf(1_500), [1, 2, 3]],
  ])(
    'comes to the same files: %s',
    async (name, content, deaths) => {
      const source = await found(name, await content);
      const whole = new FilesInMemory();
      await run(source, whole, { parts: [new KeyTableBuilder()] });
      for (const death of deaths) {
        const folder = new FilesInMemory();
        await expect(run(source, dyingAt(death, folder), { parts: [new KeyTableBuilder()] })).rejects.toThrow(
          'died',
        );
        const end = await run(source, folder, { parts: [new KeyTableBuilder()] });
        expect(end).toMatchObject({ kind: 'done', progress: { bad: name === 'a.json' ? 1 : 0 } });
        expect(contents(folder)).toEqual(contents(whole));
      }
    },
    60_000,
  );
});

describe('inspectSource', () => {
  it('estimates from the start of a large file', async () => {
    const { sample } = await found('a.json', snapshotLines(5_000));
    expect(sample.isExact).toBe(false);
    expect(sample.papers).toBeGreaterThan(4_500);
    expect(sample.papers).toBeLessThan(5_500);
    expect(sample.categories.toSorted()).toEqual(['cs.CL', 'math.CO']);
  });

  it('knows the same file again under another name, and not another file', async () => {
    const [one, same, other] = await Promise.all([
      found('a.bib', BIB),
      found('b.bib', BIB),
      found('a.bib', `${BIB} `),
    ]);
    expect(same.fingerprint).toBe(one.fingerprint);
    expect(other.fingerprint).not.toBe(one.fingerprint);
  });

  it.each([
    ['nothing', ''],
    ['a picture', '\x89PNG\r\n\x1a\n'],
    ['prose', 'Dear reader, this is no library.'],
  ])('refuses %s', async (_what, content) => {
    expect(await inspectSource(new Blob([content]), 'x', IMPORT_FORMATS)).toMatchObject({
      ok: false,
      kind: 'unknown',
    });
  });
});

const PLAIN: Omit<Paper, 'id' | 'title'> = {
  otherTitles: [],
  abstract: null,
  authors: [],
  year: null,
  month: null,
  venue: null,
  arxiv: null,
  doi: null,
  url: null,
  pdf: null,
  code: null,
};
