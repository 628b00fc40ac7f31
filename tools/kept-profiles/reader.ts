import type { Paper } from '../../core/paper';
import { DENSE, SPARSE, BIRDS, samplePaper } from '../../tests/samples/papers';

/** Milliseconds since the epoch: a Monday in November 2026. */
export const THEN = 1_794_816_000_000;
const DAY_MS = 86_400_000;

/** What the reader of all kept profiles has done, whichever release they used. */
export const DEEDS = [
  {
    paper: SPARSE,
    status: 'read',
    addedAt: THEN,
    statusAt: THEN + DAY_MS,
    sourceUrl: 'https://arxiv.org/abs/2401.00001',
  },
  { paper: DENSE, status: 'reading', addedAt: THEN + 1, statusAt: THEN + 5, sourceUrl: null },
  {
    paper: BIRDS,
    status: 'to-read',
    addedAt: THEN + 2,
    statusAt: THEN + 2,
    sourceUrl: 'https://example.org/ギリシャ?q=ä',
  },
] as const;

/** What the reader added to their papers since releases could keep it, by the paper's place. */
export const ANNOTATIONS = [
  {
    starred: true,
    tags: ['methods/attention', 'Thesis'],
    note: 'Table 4 is **what we need**.\n\n- ask Ada\n- «später»',
    priority: 3,
    openedAt: THEN + 7,
  },
  { starred: false, tags: ['海鳥'], note: '', priority: 0, openedAt: null },
  { starred: false, tags: [], note: 'x'.repeat(5_000), priority: 1, openedAt: null },
] as const;

/** Taken off the list. */
export const REMOVED: Paper = samplePaper({
  arxiv: '2401.00004',
  title: 'Reading Buoys by Their Bells',
  authors: ['Eve Sound'],
});

/** The same paper as the first, as a journal has it. */
export const PUBLISHED: Paper = {
  ...samplePaper({ arxiv: null, doi: '10.1234/harbour.1' }),
  id: 'doi:10.1234/harbour.1',
  venue: 'Journal of Tides',
};
