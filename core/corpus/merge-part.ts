import type { CorpusFolder } from './corpus-files';
import type { PartBuilder } from './part';

/**
 * Hears what a merge has read of its runs since it was asked last, in bytes. The merge goes on when it resolves, and is given
 * up when it rejects.
 */
export type OnRead = (bytes: number) => Promise<void>;

/** It is asked after so many bytes: between threads that takes a message and its answer. */
const ASK_AFTER_BYTES = 1_000_000;

/** What a merge left behind. */
export interface MergedPart {
  /** Of the files it wrote and did not take away again. */
  readonly bytes: number;
  /** To be taken away once it is noted that the part is merged. */
  readonly obsolete: readonly string[];
}

/**
 * Merges the runs of a part, holding back what it takes away: a merge that is interrupted between taking away runs and
 * a note of its end could not be done again. Final files that stood there before, of an interrupted merge or a damaged
 * part, are not shown to it: it must not take them for its own.
 */
export async function mergePart(
  folder: CorpusFolder,
  part: PartBuilder,
  runs: number,
  onRead: OnRead | null = null,
): Promise<MergedPart> {
  const written = new Map<string, number>();
  const obsolete = new Set<string>();
  const isShown = (name: string) => written.has(name) || name.startsWith(`${part.name}/runs/`);
  const count = tellingNowAndThen(onRead);
  await part.merge(
    {
      async read(name) {
        const file = isShown(name) ? await folder.read(name) : null;
        await count(file?.length ?? 0);
        return file;
      },
      async readMany(names) {
        const files = await folder.readMany(names.filter(isShown));
        for (const { length } of files.values()) await count(length);
        return files;
      },
      async write(files) {
        await folder.write(files);
        for (const [name, { length }] of files) {
          written.set(name, length);
          obsolete.delete(name);
        }
      },
      async remove(names) {
        for (const name of names) {
          written.delete(name);
          obsolete.add(name);
        }
      },
    },
    runs,
  );
  return { bytes: [...written.values()].reduce((sum, size) => sum + size, 0), obsolete: [...obsolete] };
}

/** Takes a few bytes at a time, and passes them on by the megabyte. */
function tellingNowAndThen(onRead: OnRead | null): OnRead {
  let untold = 0;
  return async (bytes) => {
    untold += bytes;
    if (!onRead || untold < ASK_AFTER_BYTES) return;
    const told = untold;
    untold = 0;
    await onRead(told);
  };
}
