import { FilesInMemory } from '../corpus/corpus-files';
import type { Paper } from '../paper';
import { TermsIndex } from './terms-index';
import { TermsPart } from './terms-part';

/** A paper for tests; what is not said is unknown. */
export function paper(id: string, title: string, abstract: string | null, rest: Partial<Paper> = {}): Paper {
  const unknown = {
    year: null,
    month: null,
    venue: null,
    arxiv: null,
    doi: null,
    url: null,
    pdf: null,
    code: null,
  };
  return { id, title, abstract, otherTitles: [], authors: [], ...unknown, ...rest };
}

/** The files of an index, its papers noted in runs of so many. */
export async function filesOf(papers: readonly Paper[], runLength = Infinity): Promise<FilesInMemory> {
  const files = new FilesInMemory();
  const runs = await writeRuns(files, papers, runLength);
  await new TermsPart().merge(files, runs);
  return files;
}

/** Returns their number. */
export async function writeRuns(
  files: FilesInMemory,
  papers: readonly Paper[],
  runLength: number,
): Promise<number> {
  const part = new TermsPart();
  let runs = 0;
  for (const [ordinal, one] of papers.entries()) {
    part.add(ordinal, one);
    if ((ordinal + 1) % runLength === 0) await files.write(part.flush(runs++));
  }
  await files.write(part.flush(runs++));
  return runs;
}

export async function indexOf(papers: readonly Paper[], runLength = Infinity): Promise<TermsIndex> {
  const files = await filesOf(papers, runLength);
  const read = async (ordinals: readonly number[]) => papersAt(papers, ordinals);
  return new TermsIndex(files, { papers: read, briefs: read });
}

export function papersAt(papers: readonly Paper[], ordinals: readonly number[]): ReadonlyMap<number, Paper> {
  return new Map(
    ordinals.flatMap((ordinal) => {
      const found = papers[ordinal];
      return found ? [[ordinal, found] as const] : [];
    }),
  );
}

/** All files with their bytes, to compare. */
export async function contents(files: FilesInMemory): Promise<ReadonlyMap<string, readonly number[]>> {
  const names = [...files.sizes().keys()].toSorted();
  const read = await files.readMany(names);
  return new Map(names.map((name) => [name, [...(read.get(name) ?? [])]]));
}
