import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BIRDS, sampleMention, SPARSE } from '../tests/samples/papers';
import { sampleSession, startWorker as startIn } from '../tests/samples/worker';
import type { EntryChange } from '../core/reading-list/change';
import { openSessionLibrary } from '../store/session-library';
import type { Engine } from './engine';
import type { EnginePorts } from './ports';

let session = sampleSession();
const onListChanged = vi.fn<() => void>();
const startWorker = (ports: Partial<EnginePorts> = {}) => startIn(session, { onListChanged, ...ports });

const unknownMention = sampleMention({
  title: 'Attention for Harbour Logs at Night',
  arxiv: '2402.00009',
  abstract:
    'Nights in the harbour are dark. We present a dense attention model for harbour logs written at night.',
});
const save = (engine: Engine, mention = unknownMention) =>
  engine['list/save']({ ref: { mention }, sourceUrl: 'https://arxiv.org/list/cs.CL/new' });
const statuses = async (engine: Engine) =>
  (await engine['list/all']({})).map(({ paper, status }) => `${paper.id} ${status}`);

/** From now on every write fails as on a full disk. */
function fillDisk() {
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
}
function refuseDatabases() {
  return vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('not in private windows', 'SecurityError');
  });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  session = sampleSession();
  onListChanged.mockClear();
});
afterEach(() => vi.restoreAllMocks());

describe('the reading list', () => {
  it('takes the paper that the page names by identifier, whatever the page says of its title, abstract and authors', async () => {
    const lie = { title: 'A Lie About Tides', abstract: 'It lies.', authors: ['Mal Lory'] };
    const saved = await save(startWorker(), sampleMention({ ...lie, arxiv: SPARSE.arxiv }));
    expect(saved.paper).toMatchObject({
      title: SPARSE.title,
      abstract: SPARSE.abstract,
      authors: SPARSE.authors,
    });
  });

  it('saves the whole paper once, with the page it came from', async () => {
    const engine = startWorker();
    const first = await save(engine, sampleMention({ title: SPARSE.title }));
    expect(first).toMatchObject({
      paper: SPARSE,
      status: 'to-read',
      sourceUrl: 'https://arxiv.org/list/cs.CL/new',
    });
    expect(first.statusAt).toBe(first.addedAt);
    const both = await Promise.all([
      save(engine, sampleMention({ arxiv: SPARSE.arxiv })),
      save(startWorker()),
    ]);
    expect(both[0]).toEqual(first);
    expect(await statuses(engine)).toHaveLength(1);
    expect(onListChanged).toHaveBeenCalledTimes(2);
  });

  it('changes the status and says so once', async () => {
    const engine = startWorker();
    const saved = await save(engine);
    onListChanged.mockClear();
    const change = () => engine['list/set-status']({ paperId: saved.paper.id, status: 'reading' });
    const changed = await change();
    expect(changed).toEqual({ ...saved, status: 'reading', statusAt: changed.statusAt });
    expect(changed.statusAt).toBeGreaterThan(saved.statusAt);
    expect(await change()).toEqual(changed);
    expect(onListChanged).toHaveBeenCalledTimes(1);
  });

  it('restores what was removed without loss to what another window has saved of it since', async () => {
    const engine = startWorker();
    const { paper } = await save(engine);
    const paperIds = [paper.id];
    const edit = (change: EntryChange) => engine['list/edit']({ edits: [{ paperIds, change }] });
    await edit({ tags: ['harbour'], note: 'Older note.', priority: 2 });
    const removed = await engine['list/remove']({ paperIds });
    const other = startWorker();
    await save(other);
    await other['list/edit']({ edits: [{ paperIds, change: { tags: ['night'], note: 'Newer note.' } }] });
    const [restored] = await engine['list/restore']({ entries: removed });
    expect(restored).toMatchObject({ tags: ['night', 'harbour'], priority: 2 });
    expect(restored?.note).toContain('Newer note.');
    expect(restored?.note).toContain('Older note.');
    expect(await engine['list/restore']({ entries: removed })).toEqual([restored]);
    expect(await engine['list/all']({})).toEqual([restored]);
  });

  it('removes, and restores exactly what was', async () => {
    const engine = startWorker();
    const [older, saved] = [await save(engine, sampleMention({ arxiv: BIRDS.arxiv })), await save(engine)];
    const removed = await engine['list/remove']({ paperIds: [older.paper.id, 'arxiv:none'] });
    expect(removed).toEqual([older]);
    expect(await engine['list/all']({})).toEqual([saved]);
    expect(await engine['list/restore']({ entries: removed })).toEqual([older]);
    expect(await startWorker()['list/all']({})).toEqual([saved, older]);
  });

  it('edits several entries at once, and tells how each was and is', async () => {
    const engine = startWorker();
    const one = await save(engine);
    const two = await save(engine, sampleMention({ arxiv: BIRDS.arxiv }));
    onListChanged.mockClear();
    const paperIds = [one.paper.id, two.paper.id, 'arxiv:none'];
    const edited = await engine['list/edit']({
      edits: [
        { paperIds, change: { starred: true, addTags: [' sea / birds '] } },
        { paperIds: [two.paper.id], change: { note: 'Kites *do* count.', priority: 2 } },
      ],
    });
    expect(edited).toMatchObject([
      { paperId: one.paper.id, before: { starred: false }, after: { tags: ['sea/birds'], note: '' } },
      { paperId: two.paper.id, before: { tags: [] }, after: { note: 'Kites *do* count.', priority: 2 } },
    ]);
    expect(onListChanged).not.toHaveBeenCalled();
    expect(await startWorker()['list/all']({})).toEqual([
      { ...two, starred: true, tags: ['sea/birds'], note: 'Kites *do* count.', priority: 2 },
      { ...one, starred: true, tags: ['sea/birds'] },
    ]);
    await engine['list/edit']({ edits: [{ paperIds, change: { status: 'read' } }] });
    expect(onListChanged).toHaveBeenCalledTimes(1);
  });

  const paperIds = [BIRDS.id];
  it.each([
    ['list/remove', (engine: Engine) => engine['list/remove']({ paperIds })],
    ['list/edit', (engine: Engine) => engine['list/edit']({ edits: [{ paperIds, change: { note: 'x' } }] })],
    ['list/set-status', (engine: Engine) => engine['list/set-status']({ paperId: BIRDS.id, status: 'read' })],
  ])('%s says when there is nothing to change', async (_call, ask) => {
    await expect(ask(startWorker())).rejects.toMatchObject({ code: 'not-found' });
    expect(onListChanged).not.toHaveBeenCalled();
  });
});

describe('when the browser gives no database', () => {
  it('works from memory and the session, and says why', async () => {
    refuseDatabases();
    const engine = startWorker();
    const [known] = await engine['page/resolve']({ mentions: [sampleMention({ arxiv: BIRDS.arxiv })] });
    expect(known).toMatchObject({ paperId: BIRDS.id });
    const saved = await save(engine);
    expect(await startWorker()['list/all']({})).toEqual([saved]);
    expect(await engine.health({})).toEqual({
      corpus: 'memory',
      library: 'session',
      reason: 'SecurityError: not in private windows',
      isNewer: false,
      paperCount: 3,
      repairs: [],
    });
  });

  it('turns to memory when the corpus fails in the middle of a life', async () => {
    const engine = startWorker();
    await engine.health({});
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('bad block', 'UnknownError');
    });
    const answers = await Promise.all(
      [BIRDS, SPARSE].map((paper) =>
        engine['page/resolve']({ mentions: [sampleMention({ arxiv: paper.arxiv })] }),
      ),
    );
    expect(answers.flat().map((one) => one?.paperId)).toEqual([BIRDS.id, SPARSE.id]);
    expect(await engine.health({})).toMatchObject({ corpus: 'memory', paperCount: 3 });
  });
});

describe('when the disk is full', () => {
  it('keeps what is on disk readable, puts the rest aside, and moves it when there is room', async () => {
    const kept = await save(startWorker());
    const disk = fillDisk();
    const engine = startWorker();
    await engine['list/set-status']({ paperId: kept.paper.id, status: 'reading' });
    await save(engine, sampleMention({ arxiv: BIRDS.arxiv }));
    const expected = [`${BIRDS.id} to-read`, `${kept.paper.id} reading`];
    expect(await statuses(engine)).toEqual(expected);
    expect(await engine.health({})).toMatchObject({
      corpus: 'database',
      library: 'session',
      reason: 'QuotaExceededError: no room',
    });
    expect(await statuses(startWorker())).toEqual(expected);

    disk.mockRestore();
    expect(await statuses(startWorker())).toEqual(expected);
    expect(await startWorker().health({})).toMatchObject({ library: 'database', reason: null });
    session = sampleSession();
    expect(await statuses(startWorker())).toEqual(expected);
  });

  it('takes edits of several entries in whole', async () => {
    const kept = await save(startWorker());
    fillDisk();
    const engine = startWorker();
    const other = await save(engine, sampleMention({ arxiv: BIRDS.arxiv }));
    const paperIds = [kept.paper.id, other.paper.id];
    await engine['list/edit']({ edits: [{ paperIds, change: { addTags: ['sea'] } }] });
    const all = await startWorker()['list/all']({});
    expect(all).toEqual([
      { ...other, tags: ['sea'] },
      { ...kept, tags: ['sea'] },
    ]);
  });

  it('removes from the disk too what was changed since the disk was full', async () => {
    const kept = await save(startWorker());
    fillDisk();
    const engine = startWorker();
    await engine['list/set-status']({ paperId: kept.paper.id, status: 'read' });
    expect(await engine['list/remove']({ paperIds: [kept.paper.id] })).toMatchObject([{ status: 'read' }]);
    expect(await statuses(startWorker())).toEqual([]);
  });

  it('lets entries be removed, and says so when it cannot', async () => {
    const kept = await save(startWorker());
    fillDisk();
    const engine = startWorker();
    const stranded = await save(engine, sampleMention({ arxiv: BIRDS.arxiv }));
    await engine['list/remove']({ paperIds: [stranded.paper.id] });
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(engine['list/remove']({ paperIds: [kept.paper.id] })).rejects.toMatchObject({
      code: 'storage',
    });
    expect(await statuses(engine)).toEqual([`${kept.paper.id} to-read`]);
  });

  it('says that nothing was saved when the session takes nothing either', async () => {
    fillDisk();
    const engine = startWorker({
      session: openSessionLibrary({
        get: async () => undefined,
        set: () => Promise.reject(new Error('session full')),
      }),
    });
    await expect(save(engine)).rejects.toMatchObject({
      code: 'storage',
      message: 'Session storage: session full',
    });
  });
});
