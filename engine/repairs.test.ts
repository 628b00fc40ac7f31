import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { seal } from '../core/corpus/sealed';
import { openCorpusDatabase } from '../store/corpus-database';
import { fileCorpus } from '../store/filed-corpus';
import { repairCorpora } from '../store/repair-corpora';
import { BIRDS, DENSE, sampleBundle, sampleMention } from '../tests/samples/papers';
import { sampleSession, startWorker as startIn } from '../tests/samples/worker';

const requestRepair = vi.fn<() => void>();
const onCorporaChanged = vi.fn<() => void>();
const startWorker = (corpora = openCorpusDatabase()) =>
  startIn(sampleSession(), { corpus: corpora, requestRepair, onCorporaChanged });
const IMPORTED = { ...DENSE, id: 'arxiv:2001.00009', arxiv: '2001.00009', doi: null, title: 'Of a file' };
const askFor = (arxiv: string | null) => ({ mentions: [sampleMention({ arxiv })] });

async function damage(corpusId: string, file: string): Promise<void> {
  const { shelf } = openCorpusDatabase();
  await shelf.folder({ corpusId, generation: 1 }).write(new Map([[file, new Uint8Array(50)]]));
}

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  requestRepair.mockClear();
  onCorporaChanged.mockClear();
  await startWorker().health({});
  const papers = [IMPORTED];
  const facts = { id: 'file-1', name: 'Mine', source: 'mine.bib', version: 'v1' };
  await openCorpusDatabase().replace(await fileCorpus({ ...facts, papers }), 5);
});

describe('a damaged imported corpus', () => {
  it('answers without the file; the repair is asked for once, and the next question has it', async () => {
    await damage('file-1', 'keys/000');
    const engine = startWorker();
    expect(await engine['page/resolve'](askFor(IMPORTED.arxiv))).toEqual([null]);
    await vi.waitFor(() => expect(requestRepair).toHaveBeenCalledOnce());
    await engine['page/resolve'](askFor(IMPORTED.arxiv));
    expect((await engine['corpora/all']({})).corpora[1]?.repair).toMatchObject({ state: 'waiting' });
    expect(requestRepair).toHaveBeenCalledOnce();
    await repairCorpora(openCorpusDatabase(), Date.now);
    await engine['corpora/changed']({});
    expect(await engine['page/resolve'](askFor(IMPORTED.arxiv))).toMatchObject([{ paperId: IMPORTED.id }]);
    expect((await engine.health({})).repairs).toEqual([
      { corpusId: 'file-1', name: 'Mine', state: 'repaired' },
    ]);
    expect(onCorporaChanged).toHaveBeenCalledOnce();
  });

  it('whose files a newer Paperkin wrote waits for that one, and is not written over', async () => {
    const folder = openCorpusDatabase().shelf.folder({ corpusId: 'file-1', generation: 1 });
    const newer = seal({ kind: 'keys', version: 99 }, new Uint8Array(16));
    await folder.write(new Map([['keys/000', newer]]));
    expect(await startWorker()['page/resolve'](askFor(IMPORTED.arxiv))).toEqual([null]);
    await startWorker().health({});
    expect(requestRepair).not.toHaveBeenCalled();
    expect(await folder.read('keys/000')).toEqual(newer);
  });

  it('is seen to by the next worker where a repair came to no end', async () => {
    await damage('file-1', 'keys/000');
    await startWorker()['page/resolve'](askFor(IMPORTED.arxiv));
    await vi.waitFor(() => expect(requestRepair).toHaveBeenCalledOnce());
    const { repairs } = await startWorker().health({});
    expect(repairs).toMatchObject([{ state: 'waiting' }]);
    expect(requestRepair).toHaveBeenCalledTimes(2);
  });

  it('whose papers are damaged says so, and asks for no repair', async () => {
    await damage('file-1', 'papers/000000');
    const engine = startWorker();
    expect(await engine['page/resolve'](askFor(IMPORTED.arxiv))).toEqual([null]);
    await vi.waitFor(async () =>
      expect((await engine.health({})).repairs).toMatchObject([{ state: 'lost' }]),
    );
    expect(requestRepair).not.toHaveBeenCalled();
  });
});

describe('a damaged bundled corpus', () => {
  it.each(['keys/000', 'manifest', 'papers/000000', 'terms/about'])(
    'has %s from its file again',
    async (file) => {
      await damage('bundled', file);
      const engine = startWorker();
      await engine['page/resolve'](askFor(BIRDS.arxiv));
      await engine.search({ query: 'birds', limit: 3 });
      await vi.waitFor(() => expect(onCorporaChanged).toHaveBeenCalledOnce());
      expect(await engine['page/resolve'](askFor(BIRDS.arxiv))).toMatchObject([{ paperId: BIRDS.id }]);
      expect(await engine.search({ query: 'birds', limit: 3 })).toMatchObject([{ paper: { id: BIRDS.id } }]);
      expect((await engine.health({})).repairs).toMatchObject([{ corpusId: 'bundled', state: 'repaired' }]);
      expect(requestRepair).not.toHaveBeenCalled();
    },
  );
});

describe('the file of the bundled corpus', () => {
  it.each([
    ['damaged', async () => (await sampleBundle()).subarray(0, 500), 'damaged'],
    ['another', async () => new TextEncoder().encode('<!doctype html><p>No such file here'), 'foreign'],
  ])('that is %s is an error that says so', async (_what, loadBundled, reason) => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    const engine = startIn(sampleSession(), { loadBundled });
    await expect(engine.health({})).rejects.toThrow(`The bundled corpus of this Paperkin is ${reason}.`);
  });
});
