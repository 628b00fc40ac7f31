import {
  wholeEntry,
  type BinnedEntry,
  type ReadingListEntry,
  type StoredEntry,
} from '../core/reading-list/entry';
import type { LibraryStore } from './library-store';
import { StorageError } from './storage-error';

/** A few values that outlive the worker but not the browser; filled with `browser.storage.session`. */
export interface SessionPort {
  /** `undefined` when nothing was set. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

const ENTRIES_KEY = 'stranded-entries';
const BIN_KEY = 'stranded-bin';

/**
 * Entries that the library database did not take, kept until it does: a worker's own memory ends after 30 idle seconds.
 * Edits must come one after another, since the port can only read and write everything at once.
 */
export function openSessionLibrary(port: SessionPort): LibraryStore {
  async function all(): Promise<readonly ReadingListEntry[]> {
    const entries = await guarded(() => port.get(ENTRIES_KEY));
    return Array.isArray(entries) ? (entries as readonly StoredEntry[]).map(wholeEntry) : [];
  }
  return {
    async all() {
      return (await all()).toSorted((a, b) => b.addedAt - a.addedAt);
    },
    async editAll(edits) {
      const entries = new Map((await all()).map((entry) => [entry.paper.id, entry]));
      const edited = [...edits].map(([id, change]) => {
        const before = entries.get(id) ?? null;
        const after = change(before);
        if (after) entries.set(id, after);
        else entries.delete(id);
        return { before, after };
      });
      if (edited.some(({ before, after }) => before !== after)) {
        await guarded(() => port.set(ENTRIES_KEY, [...entries.values()]));
      }
      return edited;
    },
    async changeBin(change) {
      const stored = await guarded(() => port.get(BIN_KEY));
      const before: readonly BinnedEntry[] = Array.isArray(stored) ? stored : [];
      const after = change(before);
      if (after !== before) await guarded(() => port.set(BIN_KEY, after));
      return after;
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
