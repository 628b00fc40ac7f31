import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { deleteDB, openDB, unwrap, type DBSchema } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lazyDatabase } from './database';

interface Schema extends DBSchema {
  things: { key: string; value: string };
}

const upgrade = (db: { createObjectStore(name: 'things'): unknown }) => void db.createObjectStore('things');

function open(options: { readonly disposable?: boolean; readonly version?: number } = {}) {
  return lazyDatabase<Schema>({
    name: 'test',
    version: 1,
    stores: ['things'],
    disposable: false,
    upgrade,
    ...options,
  });
}

/** Has the next openings fail. */
function failToOpen(name: string, times: number): void {
  const real = indexedDB.open.bind(indexedDB);
  let failed = 0;
  vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
    failed += 1;
    if (failed <= times) throw new DOMException('no', name);
    return real(...given);
  });
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('lazyDatabase', () => {
  it('opens nothing before it is used, and once for concurrent uses', async () => {
    const opened = vi.spyOn(indexedDB, 'open');
    const database = open();
    expect(opened).not.toHaveBeenCalled();
    await Promise.all(['a', 'b', 'c'].map((key) => database.run((db) => db.put('things', key, key))));
    expect(opened).toHaveBeenCalledTimes(1);
    expect(await database.run((db) => db.getAllKeys('things'))).toEqual(['a', 'b', 'c']);
  });

  it('does the work again on a new connection when the old one is dead', async () => {
    const database = open();
    let runs = 0;
    const keys = await database.run(async (db) => {
      runs += 1;
      if (runs === 1) db.close();
      await db.put('things', 'x', 'key');
      return db.getAllKeys('things');
    });
    expect(keys).toEqual(['key']);
    expect(runs).toBe(2);
  });

  it('reopens after the browser ended the connection in the middle of a transaction', async () => {
    const database = open();
    let runs = 0;
    await database.run(async (db) => {
      runs += 1;
      const transaction = db.transaction('things', 'readwrite');
      const put = transaction.store.put('x', 'key');
      const done = Promise.all([put, transaction.done]);
      if (runs === 1) {
        // A real browser aborts what is under way and tells of the end afterwards; the fake only does the latter.
        transaction.abort();
        forceCloseDatabase(unwrap(db) as unknown as Parameters<typeof forceCloseDatabase>[0]);
      }
      await done;
    });
    expect(runs).toBe(2);
    expect(await database.run((db) => db.get('things', 'key'))).toBe('x');
  });

  it('gives way to a delete from elsewhere, then starts afresh', async () => {
    const database = open();
    await database.run((db) => db.put('things', 'x', 'key'));
    await deleteDB('test');
    expect(await database.run((db) => db.count('things'))).toBe(0);
  });

  it.each([false, true])(
    'leaves a newer database as it is, in words (disposable: %s)',
    async (disposable) => {
      const newer = await openDB('test', 7, { upgrade: (db) => void db.createObjectStore('future') });
      newer.close();
      await expect(open({ disposable }).run((db) => db.count('things'))).rejects.toMatchObject({
        kind: 'newer',
        message: expect.stringContaining('newer Paperkin'),
      });
      const again = await openDB('test');
      expect([again.version, [...again.objectStoreNames]]).toEqual([7, ['future']]);
    },
  );

  it('throws a disposable one away when it lacks a store', async () => {
    const other = await openDB('test', 1, { upgrade: (db) => void db.createObjectStore('other') });
    other.close();
    expect(await open({ disposable: true }).run((db) => db.count('things'))).toBe(0);
  });

  describe('a disposable one that does not open', () => {
    const options = { disposable: true };
    const value = () => open(options).run((db) => db.get('things', 'key'));

    it('twice in a row keeps what is in it', async () => {
      await open(options).run((db) => db.put('things', 'imported for an hour', 'key'));
      failToOpen('UnknownError', 2);
      expect(await value()).toBe('imported for an hour');
    });

    it('for want of room keeps what is in it, and says so', async () => {
      await open(options).run((db) => db.put('things', 'imported for an hour', 'key'));
      failToOpen('QuotaExceededError', Infinity);
      await expect(value()).rejects.toMatchObject({ kind: 'full' });
      vi.restoreAllMocks();
      expect(await value()).toBe('imported for an hour');
    });

    it('however often is made anew', async () => {
      await open(options).run((db) => db.put('things', 'x', 'key'));
      failToOpen('UnknownError', 3);
      expect(await value()).toBeUndefined();
    });
  });

  it('reports a refusal and tries anew at the next use', async () => {
    const refusal = new DOMException('not in private windows', 'SecurityError');
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw refusal;
    });
    const database = open();
    await expect(database.run((db) => db.count('things'))).rejects.toMatchObject({ kind: 'refused' });
    expect(await database.run((db) => db.count('things'))).toBe(0);
  });

  it('does not wait for ever for a page that holds an older one open', async () => {
    await openDB('test', 1, { upgrade: (db) => void db.createObjectStore('things') });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const outcome = open({ version: 2 })
      .run((db) => db.count('things'))
      .catch((error: unknown) => error);
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('held open') });
  });

  it('does not take a defect of ours for trouble with the database', async () => {
    await expect(open().run(() => Promise.reject(new TypeError('a bug')))).rejects.toBeInstanceOf(TypeError);
  });
});
