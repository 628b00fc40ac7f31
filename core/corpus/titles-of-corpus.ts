import type { Paper } from '../paper';
import { TitleIndex } from '../titles/title-index';
import type { TitleMatch, TitleSighting } from '../titles/title-match';
import { TitlePart } from '../titles/title-part';
import { findAllInText } from '../titles/titles-in-text';
import type { Corpus, OpenPart } from './corpus';
import type { PartBuilder } from './part';
import { sealedPart, unsealedFiles, type SealedPartFormat } from './sealed-part';

const FORMAT: SealedPartFormat = { part: 'titles', format: { kind: 'titl', version: 1 } };

/** More papers of one title than this are no papers ("Editorial"). */
const PAPERS_PER_TITLE_MAX = 8;

/** A paper that a noisy title names, and how sure that is. */
export interface TitleFound extends Omit<TitleMatch, 'ordinal'> {
  readonly paper: Paper;
}

/** A title that stands in a text, and the papers it names. */
export interface TitleInText extends Pick<TitleSighting, 'start' | 'end' | 'letters'> {
  readonly papers: readonly Paper[];
}

/** Builds the index of titles for those that are cut off or differ by a few letters. */
export function titlesBuilder(): PartBuilder {
  return sealedPart(new TitlePart(), FORMAT);
}

/** Opens that index; to be given to `Corpus.part`. */
const openTitles: OpenPart<TitleIndex | null> = (files, report) =>
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

/** Every title of a corpus that stands in a text, those within others too; nothing while the index cannot be read. */
export async function titlesOfCorpusInText(corpus: Corpus, text: string): Promise<readonly TitleInText[]> {
  const index = await corpus.part(openTitles);
  if (!index) return [];
  const sightings = await findAllInText(index, text);
  const papers = await corpus.papers(
    sightings.flatMap(({ ordinals }) => ordinals.slice(0, PAPERS_PER_TITLE_MAX)),
  );
  return sightings.flatMap(({ start, end, letters, ordinals }) => {
    const named = ordinals
      .slice(0, PAPERS_PER_TITLE_MAX)
      .map((ordinal) => papers.get(ordinal))
      .filter((paper) => paper !== undefined);
    return named.length > 0 ? [{ start, end, letters, papers: named }] : [];
  });
}
