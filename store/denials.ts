import type { PaperId } from '../core/paper';
import { StorageError } from './storage-error';

/** Values that are kept on this machine until somebody clears them; filled with `browser.storage.local`. */
export interface LocalPort {
  /** `undefined` when nothing was set. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What the reader said of a page's titles: "not this paper". Rejects with a `StorageError`. */
export interface DenialStore {
  /** The papers that a page does not name, whatever the rules say. */
  of(page: string): Promise<ReadonlySet<PaperId>>;
  set(page: string, paperId: PaperId, isDenied: boolean): Promise<void>;
}

/** Of the keys; the address of the page follows. */
export const DENIED = 'not-this-paper ';
/** More titles are wrong on no page; the oldest go. */
export const DENIALS_PER_PAGE_MAX = 200;

/** One small record for each page that has any: what is not denied costs nothing. */
export function openDenials(port: LocalPort): DenialStore {
  let last: Promise<unknown> = Promise.resolve();

  async function read(page: string): Promise<readonly PaperId[]> {
    const kept = await guarded(() => port.get(DENIED + page));
    return Array.isArray(kept) ? kept.filter((id): id is PaperId => typeof id === 'string') : [];
  }

  async function write(page: string, paperId: PaperId, isDenied: boolean): Promise<void> {
    const others = (await read(page)).filter((id) => id !== paperId);
    const denied = isDenied ? [...others, paperId].slice(-DENIALS_PER_PAGE_MAX) : others;
    await guarded(() => (denied.length > 0 ? port.set(DENIED + page, denied) : port.remove(DENIED + page)));
  }

  return {
    of: async (page) => new Set(await read(page)),
    set(page, paperId, isDenied) {
      // One after another: the port can only read and write a page's denials all at once.
      const writing = last.then(() => write(page, paperId, isDenied));
      last = writing.catch(() => undefined);
      return writing;
    },
  };
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new StorageError('failed', `Local storage: ${words}`, { cause: error });
  }
}
