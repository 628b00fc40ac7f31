import { readName } from '../../core/backups/names';
import { toStorageError } from '../storage-error';

/** The files of backups. Every function rejects with a `StorageError` if what is below does. */
export interface BackupFolder {
  /** Of the backups, in no order. */
  names(): Promise<readonly string[]>;
  /** Null where there is none. */
  read(name: string): Promise<Blob | null>;
  /** Puts a file in the place of one of that name, whole or not at all. */
  write(name: string, file: Blob): Promise<void>;
  /** What is not there may go too. */
  remove(name: string): Promise<void>;
}

/** `navigator.storage`, as far as it is used. */
export type DirectorySource = Pick<StorageManager, 'getDirectory'>;

const FOLDER = 'backups';
/** Of a file that is being written. */
const UNDONE = '.undone';

/** In both browsers; TypeScript does not know it (lib.dom 7.0). Takes the place of a file of that name. */
interface Movable extends FileSystemFileHandle {
  move(name: string): Promise<void>;
}

/**
 * Backups in the origin's private files, which are kept apart from its databases: a database that is lost or damaged
 * takes them not along. They go with the extension, and with the browser's profile.
 */
export function openBackupFolder(storage: DirectorySource): BackupFolder {
  const open = async () => (await storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  return {
    names: () =>
      guarded(async () => {
        const names: string[] = [];
        for await (const name of (await open()).keys()) if (readName(name)) names.push(name);
        return names;
      }),
    read: (name) =>
      guarded(async () => {
        const file = await ifThere((await open()).getFileHandle(name));
        return file && file.getFile();
      }),
    write: (name, file) => guarded(async () => put(await open(), name, file)),
    remove: (name) => guarded(async () => void (await ifThere((await open()).removeEntry(name)))),
  };
}

/** Under another name first, and read back: whoever is killed on the way leaves the file that was there. */
async function put(folder: FileSystemDirectoryHandle, name: string, file: Blob): Promise<void> {
  await sweep(folder);
  const handle = await folder.getFileHandle(name + UNDONE, { create: true });
  const writable = await handle.createWritable();
  await writable.write(file);
  await writable.close();
  if (!(await isSame(await handle.getFile(), file)))
    throw new Error(`${name} was not written as it should be.`);
  await (handle as Movable).move(name);
}

/** What killed ones have left, Chromium's own files for what was being written too. */
async function sweep(folder: FileSystemDirectoryHandle): Promise<void> {
  const left: string[] = [];
  for await (const name of folder.keys()) if (name.includes(UNDONE)) left.push(name);
  for (const name of left) await folder.removeEntry(name).catch(() => null);
}

async function isSame(a: Blob, b: Blob): Promise<boolean> {
  if (a.size !== b.size) return false;
  const [left, right] = await Promise.all(
    [a, b].map(async (blob) => new Uint8Array(await blob.arrayBuffer())),
  );
  return left?.every((byte, at) => byte === right?.[at]) ?? false;
}

async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return null;
    throw error;
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw await toStorageError(error);
  }
}
