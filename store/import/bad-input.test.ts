import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packLine } from '../../core/formats/pack-line';
import { EVERY_PAPER } from '../../core/formats/import-filter';
import { readErrors } from '../../core/import/error-list';
import type { ImportOutcome } from '../../core/import/import-outcome';
import { samplePaper } from '../../tests/samples/papers';
import { snapshotLines, snapshotTitle } from '../../tests/samples/import-files';
import { openCorpusDatabase } from '../corpus-database';
import { openLibraryDatabase } from '../library-database';
import { editOne } from '../library-store';
import { freshEntry } from '../../core/reading-list/entry';
import { importFile } from './import-file';

let corpora: ReturnType<typeof openCorpusDatabase>;
let before: Awaited<ReturnType<typeof corpora.stamps>>;

beforeEach(async () => {
  corpora = openCorpusDatabase();
  await bring('old.json', snapshotLines(3));
  before = await corpora.stamps();
});
afterEach(async () => {
  // Whatever came of the bad file: what was there is there, unchanged.
  const [old] = before;
  const now = (await corpora.stamps()).find(({ id }) => id === old?.id);
  const paper = (await corpora.papers(['arxiv:2301.10001'])).get('arxiv:2301.10001');
  const isAsBefore = JSON.stringify(now) === JSON.stringify(old) && paper?.title === snapshotTitle(1);
  for (const { id } of await corpora.stamps()) await corpora.shelf.remove(id);
  await corpora.close();
  if (!isAsBefore) throw new Error('the bad file changed what was there');
});

type Content = string | Uint8Array<ArrayBuffer> | Blob;

function bring(name: string, content: Content, onLook: () => Promise<void> = async () => undefined) {
  const file = content instanceof Blob ? content : new Blob([content]);
  return importFile(
    file,
    name,
    { name, filter: EVERY_PAPER, updates: null },
    {
      corpora,
      openIndexer: null,
      now: () => 0,
      mayGoOn: async () => {
        await onLook();
        return true;
      },
      onProgress: () => undefined,
    },
  );
}

/** Titles and bad records of what an import brought in, besides its counts and its trouble. */
async function broughtBy(outcome: ImportOutcome) {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const stamp = await corpora.stamp(outcome.corpusId);
  const folder = corpora.shelf.folder({ corpusId: outcome.corpusId, generation: stamp?.generation ?? 0 });
  const errors = (await readErrors(folder)).map(({ line, reason }) => [line, reason.kind]);
  return { papers: outcome.progress.papers, errors, trouble: outcome.trouble?.kind ?? null };
}

const bytesOf = (...parts: readonly (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const line = (title: string) => `{"title":"${title}","abstract":"x"}\n`;

describe('packed files', () => {
  it('truncated gzip: what could be read is in, and the cut is told', async () => {
    const whole = gzipSync(snapshotLines(800, 100));
    const cut = new Uint8Array(whole.subarray(0, whole.length / 2));
    const { papers, trouble } = await broughtBy(await bring('cut.json.gz', cut));
    expect(trouble).toBe('truncated');
    expect(papers).toBeGreaterThan(100);
    expect(papers).toBeLessThan(800);
  }, 30_000);

  it('a zip bomb: stopped long before its end', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(line('First')), Buffer.alloc(120 * 2 ** 20, ' ')]));
    const brought = await broughtBy(await bring('bomb.gz', new Uint8Array(bomb)));
    expect(brought).toEqual({ papers: 1, errors: [], trouble: 'bomb' });
  }, 60_000);
});

describe('text', () => {
  it('JSON lines of 100 MB: counted, and the others come in', async () => {
    const long = Array.from({ length: 100 }, () => 'x'.repeat(2 ** 20));
    const file = new Blob([line('First'), '{"title":"', ...long, '"}\n', line('Last')]);
    const brought = await broughtBy(await bring('long.json', file));
    expect(brought).toEqual({ papers: 2, errors: [[2, 'too-long']], trouble: null });
  }, 60_000);

  it.each([
    ['NUL bytes', bytesOf(line('One'), [0, 0, 0], '\n', line('Two'))],
    ['a byte order mark', bytesOf([0xef, 0xbb, 0xbf], line('One'), line('Two'))],
    ['CR line ends', bytesOf((line('One') + line('Two')).replaceAll('\n', '\r'))],
    ['CRLF line ends', bytesOf((line('One') + line('Two')).replaceAll('\n', '\r\n'))],
    [
      'keys named __proto__',
      bytesOf(line('One'), '{"title":"Two","__proto__":{"polluted":1},"abstract":"x"}\n'),
    ],
  ])('%s: nothing is lost', async (_what, bytes) => {
    expect(await broughtBy(await bring('text.json', bytes))).toEqual({
      papers: 2,
      errors: [],
      trouble: null,
    });
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
  });

  it('invalid UTF-8: read as Windows-1252', async () => {
    const outcome = await bring(
      'latin.json',
      bytesOf('{"title":"Gr', [0xf6, 0xdf, 0x65], ' of tides","abstract":"x"}\n'),
    );
    expect(await broughtBy(outcome)).toEqual({ papers: 1, errors: [], trouble: null });
    const papers = await corpora.papers(['title:grosseoftides', 'title:größeoftides']);
    expect([...papers.values()].map(({ title }) => title)).toEqual(['Größe of tides']);
  });
});

describe('records', () => {
  it('duplicate ids: the first stays', async () => {
    const outcome = await bring('twice.json', snapshotLines(2, 50) + snapshotLines(2, 51));
    expect(outcome).toMatchObject({ kind: 'done', progress: { papers: 3, duplicates: 1, bad: 0 } });
  });

  it('BibTeX with unbalanced braces, and a record without title: told with their lines', async () => {
    const bib =
      '@article{a, title={Open {One}\n@article{b, title={Two}}\n@article{c, author={Nobody}}\n@article{d, title={Four}}\n';
    const brought = await broughtBy(await bring('a.bib', bib));
    expect(brought).toEqual({
      papers: 2,
      errors: [
        [1, 'not-closed'],
        [3, 'no-title'],
      ],
      trouble: null,
    });
  });

  it('all bad: nothing is kept', async () => {
    expect(await bring('none.bib', '@article{c, author={Nobody}}')).toMatchObject({ kind: 'empty' });
    expect(await corpora.stamps()).toEqual(before);
  });
});

describe('packs', () => {
  it('from a newer version: refused with what it is, and nothing is begun', async () => {
    const pack = `${packLine({ paperkin: 'pack', version: 7, madeBy: 'Paperkin 9.1.0' })}\n${packLine({ title: 'One' })}\n`;
    expect(await bring('new.paperkin', new Uint8Array(gzipSync(pack)))).toMatchObject({
      kind: 'unusable',
      source: { kind: 'newer', pack: { version: 7, versionKnown: 1, madeBy: 'Paperkin 9.1.0' } },
    });
    expect(await corpora.stamps()).toEqual(before);
    expect(await corpora.shelf.builds()).toEqual([]);
  });

  it('that were changed: told, and the other papers are in', async () => {
    const pack = [
      { paperkin: 'pack', version: 1 },
      { title: 'One' },
      { title: 'Two' },
      { paperkin: 'end', papers: 2 },
    ];
    const text = pack
      .map((each) => `${packLine(each)}\n`)
      .join('')
      .replace('One', 'Oné');
    expect(await broughtBy(await bring('a.paperkin', text))).toEqual({
      papers: 1,
      errors: [[2, 'changed']],
      trouble: null,
    });
  });
});

it('the reading list changes during an import: both are whole', async () => {
  const list = openLibraryDatabase();
  let saved = 0;
  const outcome = await bring('many.json', snapshotLines(400, 100), async () => {
    saved += 1;
    const id = `title:saved${saved}`;
    const paper = samplePaper({ id, title: `Saved ${saved}`, arxiv: null });
    await editOne(list, id, () => freshEntry(paper, 0, null));
  });
  expect(await broughtBy(outcome)).toEqual({ papers: 400, errors: [], trouble: null });
  expect(saved).toBeGreaterThan(4);
  expect((await list.all()).length).toBe(saved);
  await list.close();
}, 30_000);
