import type { FileExchange, SyncState } from '../core/sync/sync-state';
import type { Params } from '../messaging/protocol';
import { StorageError } from '../store/storage-error';
import type { Sources } from './identify';
import { editAll, type ListContext } from './list';
import type { EnginePorts } from './ports';
import type { Sync } from './sync/sync';
import type { SyncWorld } from './sync/sync-world';

interface SyncContext extends Sources {
  readonly ports: ListContext['ports'] & Pick<EnginePorts, 'loadSync' | 'sync'>;
}

interface SyncCalls {
  /** Answers `sync/state`. */
  readonly state: () => Promise<SyncState>;
  /** Answers `sync/set`. */
  readonly set: (change: Params<'sync/set'>) => Promise<SyncState>;
  /** Answers `sync/now`. */
  readonly now: () => Promise<SyncState>;
  /** Answers `sync/file`. */
  readonly file: (params: Params<'sync/file'>) => Promise<FileExchange>;
}

/** The calls about the exchange with other machines; what it does is a script of its own. */
export function syncCalls(context: SyncContext): SyncCalls {
  const world = worldOf(context);
  let last: Promise<unknown> = Promise.resolve();
  /** One after another: each reads what the one before it has kept. */
  const inTurn = <T>(work: (sync: Sync) => Promise<T>): Promise<T> => {
    const next = last.then(context.ports.loadSync).then(work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    state: () => inTurn((sync) => sync.state(world)),
    set: (change) => inTurn((sync) => sync.change(change, world)),
    now: () => inTurn((sync) => sync.exchange(world)),
    file: ({ text }) => inTurn((sync) => sync.exchangeFile(text, world)),
  };
}

function worldOf(context: SyncContext): SyncWorld {
  const { list, corpus, ports } = context;
  return {
    ...ports.sync,
    now: ports.now,
    async list() {
      const { entries } = await list.snapshot();
      // A list that cannot be read looks empty: nobody has taken those papers off.
      return list.trouble() ? null : [...entries.values()];
    },
    papers: (ids) => corpus.ask((store) => store.papers(ids)),
    async editAll(edits) {
      try {
        await editAll(edits, context);
        return list.trouble() === null;
      } catch (error) {
        if (error instanceof StorageError) return false;
        throw error;
      }
    },
  };
}
