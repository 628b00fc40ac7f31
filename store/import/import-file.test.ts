import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { EVERY_PAPER } from '../../core/formats/import-filter';
import type { ImportPlan } from '../../core/import/found-file';
import { snapshotLines, snapshotTitle } from '../../tests/samples/import-files';
import { openCorpusDatabase } from '../corpus-database';
import { StorageError } from '../storage-error';
import { importFile, type ImportWorld } from './import-file';

type Corpora = ReturnType<typeof openCorpusDatabase>;
const open: Corpora[] = [];
const PLAN: ImportPlan = { name: 'Field', filter: EVERY_PAPER, updates: null };

function database(): Corpora {
  const corpora = openCorpusDatabase();
  open.push(corpora);
  return corpora;
}
afterEach(async () => {
  for (const corpora of open.splice(0)) {
    for (const { id } of await corpora.stamps()) await corpora.shelf.remove(id);
    for (const { corpusId } of await corpora.shelf.builds()) await corpora.shelf.abandon(corpusId);
    await corpora.close();
  }
});

let clock = 0;
const bring = (content: string, world: Pick<ImportWorld, 'corpora'>, plan = PLAN, name = 'a.json') =>
  importFile(new Blob([content]), name, plan, {
    now: () => (clock += 1),
    openIndexer: null,
    mayGoOn: async () => true,
    onProgress: () => undefined,
    ...world,
  });

/** A disk that is full when a generation is written, until it is told otherwise. */
function fullDisk(corpora: Corpora): Pick<ImportWorld, 'corpora'> {
  const shelf = {
    ...corpora.shelf,
    folder: (build: Parameters<Corpora['shelf']['folder']>[0]) => {
      const folder = corpora.shelf.folder(build);
      return {
        ...folder,
        write: async (files: ReadonlyMap<string, Uint8Array>) => {
          if (files.has('manifest')) throw new StorageError('full', 'QuotaExceededError');
          await folder.write(files);
        },
      };
    },
  };
  return { corpora: { ...corpora, shelf } };
}

describe('importFile', () => {
  it('puts a corpus in place, found by its titles', async () => {
    const corpora = database();
    expect(await bring(snapshotLines(3), { corpora })).toMatchObject({ kind: 'done', name: 'Field' });
    const [stamp] = await corpora.stamps();
    expect(stamp).toMatchObject({ name: 'Field', source: 'a.json', paperCount: 3, enabled: true });
    expect(await corpora.shelf.builds()).toEqual([]);
    const papers = await corpora.papers(['arxiv:2301.10001']);
    expect(papers.get('arxiv:2301.10001')?.title).toBe(snapshotTitle(1));
  });

  it('updates a corpus: new records first, the rest stays, and so do its name and its switch', async () => {
    const corpora = database();
    await bring(snapshotLines(3), { corpora });
    const [before] = await corpora.stamps();
    const id = before?.id ?? '';
    await corpora.shelf.change(id, { name: 'Mine', enabled: false });
    const outcome = await bring(snapshotLines(3, 2), { corpora }, { ...PLAN, updates: id }, 'b.json');
    expect(outcome).toMatchObject({ kind: 'done', corpusId: id, name: 'Mine' });
    expect(await corpora.stamps()).toMatchObject([
      { id, name: 'Mine', enabled: false, paperCount: 5, source: 'b.json' },
    ]);
  });

  it('leaves the old generation as it was when the disk is full, and goes on with its choices', async () => {
    const corpora = database();
    await bring(snapshotLines(3), { corpora });
    const before = await corpora.stamps();
    const filtered = {
      ...PLAN,
      filter: { ...EVERY_PAPER, categories: ['cs'] },
      updates: before[0]?.id ?? null,
    };
    const stopped = await bring(snapshotLines(10), fullDisk(corpora), filtered);
    expect(stopped).toMatchObject({ kind: 'stopped', reason: 'full' });
    expect(await corpora.stamps()).toEqual(before);
    expect((await corpora.papers(['arxiv:2301.10001'])).size).toBe(1);
    expect(await bring(snapshotLines(10), { corpora })).toMatchObject({
      kind: 'done',
      progress: { filtered: 5 },
    });
    // Five of the file, and the one of the old three that the filter kept out.
    expect(await corpora.stamps()).toMatchObject([{ id: before[0]?.id, paperCount: 6 }]);
  });

  it('keeps nothing of a file without a paper that fits', async () => {
    const corpora = database();
    const plan = { ...PLAN, filter: { ...EVERY_PAPER, yearFrom: 2090 } };
    expect(await bring(snapshotLines(3), { corpora }, plan)).toMatchObject({ kind: 'empty' });
    expect(await corpora.stamps()).toEqual([]);
    expect(await corpora.shelf.builds()).toEqual([]);
  });
});
