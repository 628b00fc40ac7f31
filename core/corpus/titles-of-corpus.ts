import type { Paper } from '../paper';
import { TitleIndex } from '../titles/title-index';
import type { TitleMatch } from '../titles/title-match';
import { TitlePart } from '../titles/title-part';
import type { Corpus, OpenPart } from './corpus';
import type { PartBuilder } from './part';
import { sealedPart, unsealedFiles, type SealedPartFormat } from './sealed-part';

const FORMAT: SealedPartFormat = { part: 'titles', format: { kind: 'titl', version: 1 } };

/** A paper that a noisy title names, and how sure that is. */
export interface TitleFound extends Omit<TitleMatch, 'ordinal'> {
  readonly paper: Paper;
}

/** Builds the index of titles for those that are cut off or differ by a few letters. */
export function titlesBuilder(): PartBuilder {
  return sealedPart(new TitlePart(), FORMAT);
}

/** Opens that index; to be given to `Corpus.part`. */
export const openTitles: OpenPart<TitleIndex | null> = (files, report) =>
  TitleIndex.open(unsealedFiles(files, FORMAT, report));

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
