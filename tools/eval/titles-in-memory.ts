import type { CorpusFolder } from '../../core/corpus/corpus-files';
import { TitlePart } from '../../core/titles/title-part';

/** Memory of a run while the index is built, as an import would bound it. */
const RUN_BYTES = 16 << 20;

/** Fills a folder with the index of some titles, whose ordinals are their places. */
export async function buildTitles(folder: CorpusFolder, titles: readonly string[]): Promise<void> {
  const part = new TitlePart();
  let runs = 0;
  for (const [ordinal, title] of titles.entries()) {
    part.add(ordinal, { ...NO_FACTS, id: '', title });
    if (part.bufferedBytes > RUN_BYTES) await folder.write(part.flush(runs++));
  }
  await folder.write(part.flush(runs++));
  await part.merge(folder, runs);
}

const NO_FACTS = {
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
