import type { Paper } from '../paper';
import { TitleIndex } from '../titles/title-index';
import type { TitleMatch } from '../titles/title-match';
import type { Corpus, OpenPart } from './corpus';
import { unsealedFiles, type SealedPartFormat } from './sealed-part';

/** The envelope of the index of titles. */
export const SEALED_TITLES: SealedPartFormat = { part: 'titles', format: { kind: 'titl', version: 1 } };

/** A paper that a noisy title names, and how sure that is. */
export interface TitleFound extends Omit<TitleMatch, 'ordinal'> {
  readonly paper: Paper;
}

/** Opens that index; to be given to `Corpus.part`. */
export const openTitles: OpenPart<TitleIndex | null> = (files, report) =>
  TitleIndex.open(unsealedFiles(files, SEALED_TITLES, report));

/** For each title the papers that it names in a corpus, best first; nothing while the index cannot be read. */
export async function titlesInCorpus(
  corpus: Corpus,
  titles: readonly string[],
): Promise<readonly (readonly TitleFound[])[]> {
  const index = await corpus.part(openTitles);
  if (!index) return titles.map(() => []);
  const found = await index.lookUp(titles);
  const papers = await corpus.papers(found.flat().map(({ ordinal }) => ordinal));
  return found.map((matches) =>
    matches.flatMap(({ ordinal, ...how }) => {
      const paper = papers.get(ordinal);
      return paper ? [{ paper, ...how }] : [];
    }),
  );
}
