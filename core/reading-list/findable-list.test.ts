import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { freshEntry, type ReadingListEntry } from './entry';
import { entryOf, findableList } from './findable-list';

const NO_IDS = { arxiv: null, doi: null, url: null, pdf: null, otherTitles: [] };
const title = 'Learning to Name Birds by Ear';

const entry = (facts: Partial<Paper>): ReadingListEntry =>
  freshEntry({ ...samplePaper(), ...NO_IDS, ...facts }, 1, null);

describe('entryOf', () => {
  const saved = entry({ id: 'title:learningtonamebirdsbyear', title });
  const withId = entry({ id: 'arxiv:2110.06014', arxiv: '2110.06014', title });

  it.each([
    ['its id', saved, { ...NO_IDS, id: saved.paper.id, title: '' }],
    [
      'its title, when saved without identifiers',
      saved,
      { ...NO_IDS, id: 'arxiv:1', arxiv: '2110.06014', title },
    ],
    [
      'its arXiv id, when nobody gave it an identity',
      withId,
      { ...NO_IDS, id: null, arxiv: '2110.06014', title: '' },
    ],
    ['another spelling of its title', saved, { ...NO_IDS, id: 'x', title: saved.paper.title.toUpperCase() }],
  ])('finds a paper by %s', (_by, kept, asked) => {
    expect(entryOf(asked, findableList([kept]))).toBe(kept);
  });

  it('keeps apart two papers of one title that have different arXiv ids', () => {
    const other = { ...NO_IDS, id: 'arxiv:2401.00001', arxiv: '2401.00001', title };
    expect(entryOf(other, findableList([withId]))).toBeNull();
    expect(entryOf({ ...other, arxiv: null }, findableList([withId]))).toBe(withId);
  });

  it('finds a paper that was saved off a PDF of OpenReview by its page there', () => {
    const pdf = 'https://openreview.net/pdf?id=rkgNKkHtvB';
    const kept = entry({ id: 'title:namingbirds', title: 'Naming Birds by Their Ears', pdf });
    const url = 'https://openreview.net/forum?id=rkgNKkHtvB&referrer=x';
    const asked = { ...NO_IDS, id: null, title: '', url };
    expect(entryOf(asked, findableList([kept]))).toBe(kept);
    expect(entryOf({ ...asked, url: url.toLowerCase() }, findableList([kept]))).toBeNull();
  });

  it('finds nothing in an empty list', () => {
    expect(entryOf(saved.paper, findableList([]))).toBeNull();
  });
});
