import { FilesInMemory } from '../corpus/corpus-files';
import type { Paper } from '../paper';
import { TitleIndex } from './title-index';
import { TitlePart } from './title-part';

const NO_FACTS: Omit<Paper, 'title'> = {
  id: '',
  otherTitles: [],
  abstract: null,
  authors: [],
  year: null,
  month: null,
  venue: null,
  arxiv: null,
  doi: null,
  url: null,
  pdf: null,
  code: null,
};

/** For tests: the files of an index of these titles, whose ordinals are their places, built in runs of `perRun`. */
export async function filesOfTitles(titles: readonly string[], perRun = Infinity): Promise<FilesInMemory> {
  const folder = await runsOfTitles(titles, perRun);
  await new TitlePart().merge(folder, Math.max(1, Math.ceil(titles.length / perRun)));
  return folder;
}

/** For tests: the same before the merge. */
export async function runsOfTitles(titles: readonly string[], perRun: number): Promise<FilesInMemory> {
  const folder = new FilesInMemory();
  const part = new TitlePart();
  let run = 0;
  for (const [ordinal, title] of titles.entries()) {
    part.add(ordinal, { ...NO_FACTS, title });
    if ((ordinal + 1) % perRun === 0 && ordinal + 1 < titles.length) await folder.write(part.flush(run++));
  }
  await folder.write(part.flush(run));
  return folder;
}

/** For tests: an index of these titles, opened. */
export async function indexOfTitles(titles: readonly string[]): Promise<TitleIndex> {
  const index = await TitleIndex.open(await filesOfTitles(titles));
  if (!index) throw new Error('the index does not open');
  return index;
}
