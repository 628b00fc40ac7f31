import identifiers from '../../assets/corpus/identifiers.json';
import type { Paper, PaperId } from '../../core/paper';
import { freshEntry, type ReadingListEntry } from '../../core/reading-list/entry';
import { snapshotLines, snapshotTitle } from '../../tests/samples/import-files';
import { samplePaper } from '../../tests/samples/papers';

/** Where a paper comes from: the bundled corpus, a page, a file with a reading list, another machine. */
export type Source = 'bundled' | 'page' | 'file' | 'machine';

/** First number and count of each source. */
export const POOLS: Readonly<Record<Source, readonly [first: number, count: number]>> = {
  bundled: [0, 10],
  page: [10, 8],
  file: [18, 24],
  machine: [42, 8],
};
/** Of no real paper, and so unlike each other that none passes for a version of another. */
const NOUNS = ['Kelp', 'Basalt', 'Lanterns', 'Glaciers', 'Looms', 'Orchards', 'Bridges', 'Violins'];
const VERBS = ['Counting', 'Mending', 'Painting', 'Ranking', 'Weighing', 'Following'];
/** Long ago: what a file says of a status is never later than what the reader did. */
const FILE_TIME = 1_000_000_000_000;

/** Papers of an imported corpus: small, so that an import takes less than a second. */
const CORPUS_PAPERS = 240;
/** As many as a run may import. */
export const CORPUS_FILES = 2;

export function sourceOf(index: number): Source {
  const found = (Object.keys(POOLS) as Source[]).find((source) => {
    const [first, count] = POOLS[source];
    return index >= first && index < first + count;
  });
  if (!found) throw new Error(`there is no paper ${index}`);
  return found;
}

/** The paper of a number. */
export function paperAt(index: number): Paper {
  if (sourceOf(index) === 'bundled') {
    const { arxiv = '', title = '' } = identifiers[index] ?? {};
    return samplePaper({ arxiv, title, abstract: null });
  }
  const noun = NOUNS[index % NOUNS.length] ?? '';
  const verb = VERBS[Math.floor(index / NOUNS.length) % VERBS.length] ?? '';
  return samplePaper({
    arxiv: `2402.9${String(index).padStart(4, '0')}`,
    title: `${verb} ${noun} without a ${index % 2 === 0 ? 'Ruler' : 'Lamp'} in Room ${index}`,
    abstract: null,
    authors: [`Ada ${noun}`, `Ben ${verb}`],
  });
}

export const idAt = (index: number): PaperId => paperAt(index).id;

/** The entry that a file with a reading list has of a paper. */
export function entryInFile(index: number): ReadingListEntry {
  return {
    ...freshEntry(paperAt(index), FILE_TIME, null),
    tags: ['from a file'],
    note: `A note of the file on paper ${index}.`,
    starred: index % 3 === 0,
  };
}

/** A file to be imported as a corpus. No other run has papers of the same numbers. */
export interface CorpusFile {
  /** Without its ending; the corpus is called so. */
  readonly name: string;
  readonly content: string;
  readonly papers: number;
  /** Of some of its papers: the first, one in the middle, the last. */
  readonly titles: readonly string[];
}

export function corpusFile(seed: number, file: number): CorpusFile {
  const first = ((seed % 1_000) * CORPUS_FILES + file) * CORPUS_PAPERS;
  const numbers = [first, first + Math.floor(CORPUS_PAPERS / 2), first + CORPUS_PAPERS - 1];
  return {
    name: `chaos-${seed}-${file}`,
    content: snapshotLines(CORPUS_PAPERS, first),
    papers: CORPUS_PAPERS,
    titles: numbers.map(snapshotTitle),
  };
}
