import type { ReadingListEntry } from '../core/reading-list/entry';
import type { LibraryStore } from './library-store';
import { StorageError } from './storage-error';

/** A few values that outlive the worker but not the browser; filled with `browser.storage.session`. */
export interface SessionPort {
  /** `undefined` when nothing was set. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

const ENTRIES_KEY = 'stranded-entries';

/**
 * Entries that the library database did not take, kept until it does: a worker's own memory ends after 30 idle seconds.
 * Edits must come one after another, since the port can only read and write everything at once.
 */
export function openSessionLibrary(port: SessionPort): LibraryStore {
  async function all(): Promise<readonly ReadingListEntry[]> {
    const entries = await guarded(() => port.get(ENTRIES_KEY));
    return Array.isArray(entries) ? (entries as readonly ReadingListEntry[]) : [];
  }
  return {
    async all() {
      return (await all()).toSorted((a, b) => b.addedAt - a.addedAt);
    },
    async edit(id, change) {
      const entries = await all();
      const before = entries.find((entry) => entry.paper.id === id) ?? null;
      const after = change(before);
      if (after === before) return { before, after };
      const others = entries.filter((entry) => entry.paper.id !== id);
      await guarded(() => port.set(ENTRIES_KEY, after ? [...others, after] : others));
      return { before, after };
    },
  };
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new StorageError('failed', `Session storage: ${words}`, { cause: error });
  }
}
