import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleDirectory } from '../tests/samples/directory';
import { BIRDS, sampleMention, SPARSE } from '../tests/samples/papers';
import { sampleKeep, sampleSession, startWorker as startIn } from '../tests/samples/worker';
import type { Engine } from './engine';
import type { EnginePorts } from './ports';

let session = sampleSession();
const startWorker = (ports: Partial<EnginePorts> = {}) => startIn(session, ports);
const save = (engine: Engine, arxiv: string | null) =>
  engine['list/save']({ ref: { mention: sampleMention({ arxiv }) }, sourceUrl: null });
const inBin = async (engine: Engine) => (await engine['bin/all']({})).map(({ entry }) => entry.paper.id);
const listed = async (engine: Engine) => (await engine['list/all']({})).map(({ paper }) => paper.id);
const BOTH = [BIRDS.id, SPARSE.id];

/** From now on every write fails as on a full disk. */
const fillDisk = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  session = sampleSession();
});
afterEach(() => vi.restoreAllMocks());

describe('the bin', () => {
  it('has what was removed, until it is restored, saved anew or emptied', async () => {
    const engine = startWorker();
    const saved = [await save(engine, BIRDS.arxiv), await save(engine, SPARSE.arxiv)];
    const note = { edits: [{ paperIds: BOTH, change: { note: 'Gulls.' } }] };
    await engine['list/edit'](note);
    const removed = await engine['list/remove']({ paperIds: BOTH });
    const binned = (await startWorker()['bin/all']({})).toSorted((a, b) => a.entry.addedAt - b.entry.addedAt);
    expect(binned).toEqual(
      saved.map((entry) => ({ entry: { ...entry, note: 'Gulls.' }, removedAt: expect.any(Number) })),
    );
    expect(await engine['list/restore']({ entries: removed.slice(0, 1) })).toEqual(removed.slice(0, 1));
    expect(await inBin(engine)).toEqual([SPARSE.id]);
    expect(await save(engine, SPARSE.arxiv)).toMatchObject({ status: 'to-read', note: 'Gulls.' });
    expect(await inBin(engine)).toEqual([]);
    await engine['list/remove']({ paperIds: BOTH });
    await engine['bin/empty']({ paperIds: [BIRDS.id] });
    expect(await inBin(engine)).toEqual([SPARSE.id]);
    await engine['bin/empty']({ paperIds: null });
    expect(await inBin(startWorker())).toEqual([]);
    expect(await listed(engine)).toEqual([]);
  });

  it('is in the session while the disk takes nothing, and on disk when it does', async () => {
    await save(startWorker(), BIRDS.arxiv);
    const disk = fillDisk();
    const engine = startWorker();
    await save(engine, SPARSE.arxiv);
    await engine['list/remove']({ paperIds: BOTH });
    expect(await listed(startWorker())).toEqual([]);
    expect((await inBin(startWorker())).toSorted()).toEqual(BOTH.toSorted());
    disk.mockRestore();
    expect((await inBin(startWorker())).toSorted()).toEqual(BOTH.toSorted());
    session = sampleSession();
    expect((await inBin(startWorker())).toSorted()).toEqual(BOTH.toSorted());
  });

  it('gives back from the session too', async () => {
    const disk = fillDisk();
    const engine = startWorker();
    await save(engine, SPARSE.arxiv);
    await engine['list/edit']({ edits: [{ paperIds: [SPARSE.id], change: { note: 'Gulls.' } }] });
    const removed = await engine['list/remove']({ paperIds: [SPARSE.id] });
    expect(await engine['list/restore']({ entries: removed })).toEqual(removed);
    expect(await inBin(startWorker())).toEqual([]);
    disk.mockRestore();
    expect(await startWorker()['list/all']({})).toEqual(removed);
  });

  it('has nothing of a removal that failed', async () => {
    await save(startWorker(), BIRDS.arxiv);
    fillDisk();
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const engine = startWorker();
    await expect(engine['list/remove']({ paperIds: [BIRDS.id] })).rejects.toMatchObject({ code: 'storage' });
    expect(await listed(engine)).toEqual([BIRDS.id]);
    expect(await inBin(engine)).toEqual([]);
  });
});

describe('a change of the list', () => {
  it('is answered without waiting for its backup, which comes', async () => {
    const { storage, files } = sampleDirectory();
    const gate = { open: () => {} };
    const held = new Promise<void>((resolve) => (gate.open = resolve));
    const keep = {
      ...sampleKeep(),
      storage: { getDirectory: () => held.then(() => storage.getDirectory()) },
    };
    await save(startWorker({ keep }), BIRDS.arxiv);
    expect(files.size).toBe(0);
    gate.open();
    await expect.poll(() => files.size).toBe(1);
  });

  it('that fails leaves no trace in the answer where backups cannot be kept', async () => {
    const report = vi.fn<(error: unknown) => void>();
    const keep = { ...sampleKeep(), report };
    keep.local.get = () => Promise.reject(new Error('no records'));
    expect(await save(startWorker({ keep }), BIRDS.arxiv)).toMatchObject({ status: 'to-read' });
    await expect.poll(() => report.mock.calls.length).toBe(1);
  });
});
