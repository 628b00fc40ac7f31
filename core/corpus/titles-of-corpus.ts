import type { PaperBrief } from '../paper';
import { TitleIndex } from '../titles/title-index';
import type { TitleMatch, TitleSighting } from '../titles/title-match';
import type { LetterStream } from '../titles/letter-stream';
import { isSamePaper } from '../titles/same-paper';
import { findInText, longestOf } from '../titles/titles-in-text';
import type { Corpus, OpenPart } from './corpus';
import { unsealedFiles, type SealedPartFormat } from './sealed-part';

/** The envelope of the index of titles. */
export const SEALED_TITLES: SealedPartFormat = { part: 'titles', format: { kind: 'titl', version: 3 } };

/** A paper that a noisy title names, and how sure that is. */
export interface TitleFound extends Omit<TitleMatch, 'ordinal'> {
  readonly paper: PaperBrief;
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
  const papers = await corpus.briefs(found.flat().map(({ ordinal }) => ordinal));
  return found.map((matches) =>
    matches.flatMap(({ ordinal, ...how }) => {
      const paper = papers.get(ordinal);
      return paper ? [{ paper, ...how }] : [];
    }),
  );
}

/** More papers of one title than this are no papers ("Editorial"). */
const PAPERS_PER_TITLE_MAX = 8;

/** A place of a text where the title of papers stands, as whole words. */
export interface TitleInText extends Omit<TitleSighting, 'ordinals'> {
  /** All of that title. */
  readonly papers: readonly PaperBrief[];
}

/** Where titles of a corpus stand in a text, whose letters are given, in its order; of those that overlap the longest. */
export async function titlesOfCorpusInText(
  corpus: Corpus,
  text: string,
  letters: LetterStream,
): Promise<readonly TitleInText[]> {
  const index = await corpus.part(openTitles);
  if (!index) return [];
  const sightings = await findInText(index, text, letters);
  const named = ({ ordinals }: TitleSighting) => ordinals.slice(0, PAPERS_PER_TITLE_MAX);
  const papers = await corpus.briefs(sightings.flatMap(named));
  return sightings.map((sighting) => ({
    start: sighting.start,
    end: sighting.end,
    letters: sighting.letters,
    needsSupport: sighting.needsSupport,
    papers: named(sighting)
      .map((ordinal) => papers.get(ordinal))
      .filter((paper) => paper !== undefined),
  }));
}

/** What several corpora found in one text: a title that several have is told once, with the papers of all of them. */
export function joinTitlesInText(found: readonly (readonly TitleInText[])[]): readonly TitleInText[] {
  const joined = new Map<string, TitleInText>();
  for (const sightings of found) {
    for (const sighting of sightings) {
      const place = `${sighting.start} ${sighting.end}`;
      const before = joined.get(place);
      const others = sighting.papers.filter(
        (paper) => !before?.papers.some((known) => isSamePaper(known, paper)),
      );
      joined.set(place, { ...sighting, papers: [...(before?.papers ?? []), ...others] });
    }
  }
  return longestOf([...joined.values()]);
}
