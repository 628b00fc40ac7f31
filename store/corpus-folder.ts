import type { DBSchema } from 'idb';
import type { CorpusFolder } from '../core/corpus/corpus-files';
import type { CorpusStamp } from './corpus-store';
import type { Database } from './database';
import { allOrNothing, unawaited } from './transaction';

/** An import that is under way, or was when its page died: its generation waits to be gone on with. */
export interface CorpusBuild {
  readonly corpusId: string;
  readonly generation: number;
  /** By what the same file is known when it is offered again. */
  readonly source: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

export type FileKey = [corpusId: string, generation: number, name: string];

export interface CorpusSchema extends DBSchema {
  corpora: { key: string; value: CorpusStamp };
  builds: { key: string; value: CorpusBuild };
  files: { key: FileKey; value: ArrayBuffer };
}

/** Files are written by thousands; what a loss of power takes is a build's, and `switchTo` waits for the disk. */
const RELAXED = { durability: 'relaxed' } as const;

/** The files of one generation of a corpus, in the database; one transaction for each call. */
export function corpusFolder(
  database: Database<CorpusSchema>,
  corpusId: string,
  generation: number,
): CorpusFolder {
  const keyOf = (name: string): FileKey => [corpusId, generation, name];
  return {
    read: (name) =>
      database.run(async (db) => {
        const file = await db.get('files', keyOf(name));
        return file ? new Uint8Array(file) : null;
      }),
    readMany: (names) =>
      database.run(async (db) => {
        const found = new Map<string, Uint8Array>();
        if (names.length === 0) return found;
        const transaction = db.transaction('files');
        const read = async (name: string): Promise<void> => {
          const file = await transaction.store.get(keyOf(name));
          if (file) found.set(name, new Uint8Array(file));
        };
        await Promise.all([...names.map(read), transaction.done]);
        return found;
      }),
    write: (files) =>
      database.run((db) => {
        const transaction = db.transaction('files', 'readwrite', RELAXED);
        return allOrNothing(transaction, async () => {
          for (const [name, bytes] of files) unawaited(transaction.store.put(bufferOf(bytes), keyOf(name)));
        });
      }),
    remove: (names) =>
      database.run((db) => {
        const transaction = db.transaction('files', 'readwrite', RELAXED);
        return allOrNothing(transaction, async () => {
          for (const name of names) unawaited(transaction.store.delete(keyOf(name)));
        });
      }),
  };
}

/** All files of a corpus. */
export function filesOfCorpus(corpusId: string): IDBKeyRange {
  return IDBKeyRange.bound([corpusId], [corpusId, []]);
}

/** All files of a generation. */
export function filesOfGeneration(corpusId: string, generation: number): IDBKeyRange {
  return IDBKeyRange.bound([corpusId, generation], [corpusId, generation, []]);
}

/** A view is stored with all that it is a view of, so bytes that are part of something larger are copied out. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const isWhole = bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  return isWhole ? (bytes.buffer as ArrayBuffer) : (bytes.slice().buffer as ArrayBuffer);
}
