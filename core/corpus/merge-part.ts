import type { CorpusFolder } from './corpus-files';
import type { PartBuilder } from './part';

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
export async function mergePart(folder: CorpusFolder, part: PartBuilder, runs: number): Promise<MergedPart> {
  const written = new Map<string, number>();
  const obsolete = new Set<string>();
  const isShown = (name: string) => written.has(name) || name.startsWith(`${part.name}/runs/`);
  await part.merge(
    {
      read: async (name) => (isShown(name) ? folder.read(name) : null),
      readMany: (names) => folder.readMany(names.filter(isShown)),
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
