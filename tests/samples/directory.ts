import type { DirectorySource } from '../../store/backups/backup-folder';

/** What a test may have go wrong in a directory. */
export interface DirectoryFaults {
  /** Thrown where a file is written. */
  onWrite: DOMException | null;
  /** Whether the worker is as if killed just before a written file takes the place of the old one. */
  diesBeforeMove: boolean;
}

/** One folder of private files in memory, its files by name, and what goes wrong with it. */
export interface SampleDirectory {
  readonly storage: DirectorySource;
  readonly files: Map<string, Blob>;
  readonly faults: DirectoryFaults;
}

const notFound = () => new DOMException('no such file', 'NotFoundError');

/** Private files as browsers keep them, as far as `store/backups` asks for them. */
export function sampleDirectory(): SampleDirectory {
  const files = new Map<string, Blob>();
  const faults: DirectoryFaults = { onWrite: null, diesBeforeMove: false };
  const handleOf = (name: string) => ({
    getFile: async () => files.get(name) ?? Promise.reject(notFound()),
    createWritable: async () => {
      const pieces: Blob[] = [];
      return {
        write: async (piece: Blob) => {
          if (faults.onWrite) throw faults.onWrite;
          pieces.push(piece);
        },
        close: async () => void files.set(name, new Blob(pieces)),
      };
    },
    move: (to: string) => {
      // Never to be answered.
      if (faults.diesBeforeMove) return new Promise(() => {});
      const file = files.get(name);
      files.delete(name);
      if (file) files.set(to, file);
      return Promise.resolve();
    },
  });
  const folder = {
    async *keys() {
      yield* files.keys();
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) throw notFound();
      if (!files.has(name)) files.set(name, new Blob([]));
      return handleOf(name);
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name)) throw notFound();
    },
  };
  const root = { getDirectoryHandle: async () => folder };
  return {
    files,
    faults,
    storage: { getDirectory: async () => root as unknown as FileSystemDirectoryHandle },
  };
}
