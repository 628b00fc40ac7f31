import { NO_MENTION } from '../../core/identity/no-mention';
import type { Mention } from '../../core/match/mention';
import type { Paper, PaperBrief } from '../../core/paper';
import { makeBundle } from '../../core/corpus/bundle';
import { fileCorpus } from '../../store/filed-corpus';

/** A paper about sparse attention, with every field filled, unless told otherwise. */
export function samplePaper(facts: Partial<Paper> = {}): Paper {
  const arxiv = facts.arxiv === undefined ? '2401.00001' : facts.arxiv;
  return {
    id: `arxiv:${arxiv}`,
    title: 'Sparse Attention for Very Long Harbour Logs',
    otherTitles: [],
    abstract:
      'Harbour logs are long. We propose a sparse attention layer that reads a year of harbour logs at once. It halves the memory of dense attention.',
    authors: ['Ada Quay', 'Ben Mole'],
    year: 2024,
    month: 1,
    venue: null,
    arxiv,
    doi: null,
    url: null,
    pdf: null,
    code: null,
    ...facts,
  };
}

/** A paper as lists and look-ups have it. */
export function sampleBrief({ abstract: _abstract, ...brief }: Paper): PaperBrief {
  return brief;
}

export const SPARSE = samplePaper();
/** Near kin of the first. */
export const DENSE = samplePaper({
  arxiv: '2401.00002',
  title: 'Dense Attention Revisited on Harbour Logs',
  abstract:
    'Dense attention is said to be too slow for harbour logs. We show that dense attention with a better memory layout reads harbour logs as fast as sparse attention.',
  authors: ['Cy Jetty'],
  doi: '10.1234/harbour.2',
});
/** Kin of neither. */
export const BIRDS = samplePaper({
  arxiv: '2401.00003',
  title: 'Counting Sea Birds From Kites',
  abstract:
    'We count sea birds on photographs taken from kites. A small network finds ninety of a hundred birds.',
  authors: ['Di Gull'],
});
export const SAMPLE_PAPERS: readonly Paper[] = [SPARSE, DENSE, BIRDS];

/** A bundled corpus as it ships: of the three sample papers, unless told otherwise. */
export async function sampleBundle(version = 'v1', papers = SAMPLE_PAPERS): Promise<Uint8Array> {
  const { files, facts } = await fileCorpus({ id: '', name: 'Samples', source: '', version, papers });
  return makeBundle({ ...facts, files: files.all() });
}

/** A mention with nothing in it, unless told otherwise. */
export function sampleMention(facts: Partial<Mention>): Mention {
  return { ...NO_MENTION, ...facts };
}
