import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERY_PAPER } from '../core/formats/import-filter';
import { openCorpusDatabase } from '../store/corpus-database';
import { BUNDLED_CORPUS_ID } from '../store/corpus-store';
import { importFile } from '../store/import/import-file';
import { snapshotLines, snapshotTitle } from '../tests/samples/import-files';
import { sampleMention } from '../tests/samples/papers';
import { sampleSession, startWorker } from '../tests/samples/worker';
import type { Engine } from './engine';

const onCorporaChanged = vi.fn<() => void>();
const KNOWN = { mentions: [sampleMention({ title: snapshotTitle(0) })] };
let isRunning = false;
let engine: Engine;
let corpusId: string;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  isRunning = false;
  onCorporaChanged.mockClear();
  engine = startWorker(sampleSession(), { onCorporaChanged, isImportRunning: async () => isRunning });
  await engine.health({});
  const corpora = openCorpusDatabase();
  const outcome = await importFile(
    new Blob([`${snapshotLines(3)}nonsense\n`]),
    'a.json',
    { name: 'Field', filter: EVERY_PAPER, updates: null },
    { corpora, openIndexer: null, now: () => 5_000, mayGoOn: async () => true, onProgress: () => undefined },
  );
  await corpora.shelf.begin({ corpusId: 'file-2', source: 'f2', startedAt: 7 });
  await corpora.close();
  corpusId = outcome.kind === 'done' ? outcome.corpusId : '';
});

describe('corpora/all', () => {
  it('tells of each corpus, the bundled one first, and of what was interrupted', async () => {
    const { corpora, unfinished } = await engine['corpora/all']({});
    expect(corpora).toMatchObject([
      { id: BUNDLED_CORPUS_ID, file: null, errors: 0 },
      { id: corpusId, name: 'Field', file: 'a.json', paperCount: 3, errors: 1, enabled: true },
    ]);
    expect(unfinished).toMatchObject([{ corpusId: 'file-2', fingerprint: 'f2', papers: 0, startedAt: 7 }]);
  });
});

describe('a corpus', () => {
  it('that is switched off is not asked, and open pages hear of it', async () => {
    expect(await engine['page/resolve'](KNOWN)).not.toEqual([null]);
    await engine['corpora/change']({ corpusId, name: null, enabled: false });
    expect(await engine['page/resolve'](KNOWN)).toEqual([null]);
    expect(onCorporaChanged).toHaveBeenCalledOnce();
  });

  it('keeps a new name, which no page need hear of', async () => {
    await engine['corpora/change']({ corpusId, name: 'Mine', enabled: null });
    expect((await engine['corpora/all']({})).corpora[1]?.name).toBe('Mine');
    expect(onCorporaChanged).not.toHaveBeenCalled();
  });

  it('that is removed is gone, unless an import is at work or it is the bundled one', async () => {
    isRunning = true;
    await expect(engine['corpora/remove']({ corpusId })).rejects.toMatchObject({ code: 'busy' });
    await expect(engine['corpora/abandon']({ corpusId })).rejects.toMatchObject({ code: 'busy' });
    isRunning = false;
    await engine['corpora/remove']({ corpusId });
    expect(await engine['page/resolve'](KNOWN)).toEqual([null]);
    const bundled = engine['corpora/remove']({ corpusId: BUNDLED_CORPUS_ID });
    await expect(bundled).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('that is not there is not found', async () => {
    const change = engine['corpora/change']({ corpusId: 'nobody', name: 'x', enabled: null });
    await expect(change).rejects.toMatchObject({ code: 'not-found' });
    await expect(engine['corpora/errors']({ corpusId: 'nobody' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('has the errors of its import', async () => {
    expect(await engine['corpora/errors']({ corpusId })).toMatchObject([{ line: 4, excerpt: 'nonsense' }]);
  });
});

it('an interrupted import that is given up is gone', async () => {
  await engine['corpora/abandon']({ corpusId: 'file-2' });
  expect((await engine['corpora/all']({})).unfinished).toEqual([]);
});
