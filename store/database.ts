import {
  deleteDB,
  openDB,
  unwrap,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import { StorageError, toStorageError } from './storage-error';

export interface DatabaseOptions<S extends DBSchema> {
  readonly name: string;
  /** Of the structure; data has versions of its own. */
  readonly version: number;
  readonly stores: readonly StoreNames<S>[];
  /** A ladder: `if (oldVersion < 1) … if (oldVersion < 2) …`. */
  readonly upgrade: (
    db: IDBPDatabase<S>,
    oldVersion: number,
    transaction: IDBPTransaction<S, StoreNames<S>[], 'versionchange'>,
  ) => void;
  /**
   * Whether it may be deleted and made anew when it is broken: only where its content can be made again. One of a newer Paperkin
   * is not broken.
   */
  readonly disposable: boolean;
}

/** One database with at most one connection, opened at the first use and again after it died. */
export interface Database<S extends DBSchema> {
  /**
   * Runs one transaction's worth of work; rejects with a `StorageError`. When the connection turns out to be dead the
   * work runs a second time on a new one, so it must not matter whether it is done once or twice.
   */
  run<T>(work: (db: IDBPDatabase<S>) => Promise<T>): Promise<T>;
  /** Lets go of the connection. The next `run` opens another. */
  close(): Promise<void>;
}

/** Another context that is closing its connection needs a moment; one that hangs must not make every call hang. */
const BLOCKED_PATIENCE_MS = 2_000;

/** After each try. A disk that fails for a moment is no reason to throw away what took an hour to import; one that stays so is. */
const RETRY_PAUSES_MS = [100, 400, 0];

/** A database that is opened when it is first needed. */
export function lazyDatabase<S extends DBSchema>(options: DatabaseOptions<S>): Database<S> {
  let connection: Promise<IDBPDatabase<S>> | null = null;

  function connect(): Promise<IDBPDatabase<S>> {
    if (connection) return connection;
    const forget = () => {
      if (connection === opening) connection = null;
    };
    const opening = openOrRebuild(options, forget);
    opening.catch(forget);
    connection = opening;
    return opening;
  }

  async function run<T>(work: (db: IDBPDatabase<S>) => Promise<T>): Promise<T> {
    const used = connect();
    const db = await used;
    try {
      return await work(db);
    } catch (error) {
      const died = connection !== used || isDead(db, options.stores);
      if (!died) throw await storageErrorOrDefect(error);
      if (connection === used) connection = null;
    }
    const fresh = await connect();
    try {
      return await work(fresh);
    } catch (error) {
      throw await storageErrorOrDefect(error);
    }
  }

  async function close(): Promise<void> {
    const used = connection;
    connection = null;
    (await used)?.close();
  }

  return { run, close };
}

/** The event that tells of a connection's end comes after the failures it causes, so the connection itself is asked. */
function isDead<S extends DBSchema>(db: IDBPDatabase<S>, stores: DatabaseOptions<S>['stores']): boolean {
  try {
    unwrap(db).transaction(stores.map(String)).abort();
    return false;
  } catch {
    return true;
  }
}

/** A defect of ours must not pass for a database's trouble, or it would quietly put everything into memory. */
async function storageErrorOrDefect(error: unknown): Promise<unknown> {
  const isDefect =
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    (error instanceof Error && (error.name === 'DataCloneError' || error.name === 'DataError'));
  return isDefect ? error : toStorageError(error);
}

async function openOrRebuild<S extends DBSchema>(
  options: DatabaseOptions<S>,
  onDeath: () => void,
): Promise<IDBPDatabase<S>> {
  try {
    for (const pauseMs of RETRY_PAUSES_MS) {
      try {
        return await openNow(options, onDeath);
      } catch (error) {
        if (!options.disposable || (await toStorageError(error)).kind !== 'failed') throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    await patiently(options.name, (blocked) => deleteDB(options.name, { blocked }), null);
    return await openNow(options, onDeath);
  } catch (error) {
    throw await toStorageError(error, 'refused');
  }
}

async function openNow<S extends DBSchema>(
  { name, version, stores, upgrade }: DatabaseOptions<S>,
  onDeath: () => void,
): Promise<IDBPDatabase<S>> {
  const opening = (blocked: () => void) =>
    openDB<S>(name, version, {
      upgrade: (db, oldVersion, _newVersion, transaction) => upgrade(db, oldVersion, transaction),
      blocked,
      blocking(_current, _wanted, event) {
        // A connection that stays open blocks another context's upgrade or delete for ever.
        (event.target as IDBDatabase).close();
        onDeath();
      },
      terminated: onDeath,
    });
  const db = await patiently(name, opening, (late) => late.close());
  const missing = stores.filter((store) => !db.objectStoreNames.contains(store));
  if (missing.length > 0) {
    db.close();
    throw new StorageError('failed', `${name} lacks ${missing.join()}.`);
  }
  return db;
}

/** Waits for a request that another context may block, yet not for ever; `onLate` gets what comes after giving up. */
function patiently<T>(
  name: string,
  request: (blocked: () => void) => Promise<T>,
  onLate: ((value: T) => void) | null,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gaveUp = false;
    const giveUp = () => {
      gaveUp = true;
      reject(new StorageError('refused', `${name} is held open elsewhere.`));
    };
    const settle = (value: T) => {
      clearTimeout(timer);
      if (gaveUp) onLate?.(value);
      else resolve(value);
    };
    const fail = (error: unknown) => {
      clearTimeout(timer);
      reject(error);
    };
    request(() => {
      timer = setTimeout(giveUp, BLOCKED_PATIENCE_MS);
    }).then(settle, fail);
  });
}
