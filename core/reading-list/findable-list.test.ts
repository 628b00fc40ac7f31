import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { freshEntry, type ReadingListEntry } from './entry';
import { entryOf, entryWithId, findableList } from './findable-list';
import { withVersion } from './versions';

const NO_IDS = { authors: [], arxiv: null, doi: null, url: null, pdf: null, otherTitles: [] };
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

  it('finds an entry by any of its versions, and no paper that the reader told apart', () => {
    const published = samplePaper({
      ...NO_IDS,
      id: 'doi:10.1234/ear',
      doi: '10.1234/ear',
      title: 'Ears and Birds Alike',
    });
    const both = withVersion(withId, published, 5, null);
    const list = findableList([both]);
    for (const asked of [
      { ...NO_IDS, id: 'doi:10.1234/ear', title: '' },
      { ...NO_IDS, id: null, doi: '10.1234/ear', title: '' },
      { ...NO_IDS, id: null, title: 'Ears and birds alike' },
    ]) {
      expect(entryOf(asked, list)).toBe(both);
    }
    expect(entryWithId('doi:10.1234/ear', list)).toBe(both);
    const told = { ...withId, apart: ['doi:10.1234/ear'] };
    expect(entryOf({ ...NO_IDS, id: 'doi:10.1234/ear', title }, findableList([told]))).toBeNull();
    expect(entryOf({ ...NO_IDS, id: 'doi:10.1234/x', title }, findableList([told]))).toBe(told);
  });

  it('takes a title by others for another paper, and an identifier for the paper whoever wrote it', () => {
    const list = findableList([
      entry({ id: 'doi:10.1234/a', doi: '10.1234/a', title, authors: ['Ada Quay'] }),
    ]);
    const asked = { ...NO_IDS, id: null, title, authors: ['Cy Jetty'] };
    expect(entryOf(asked, list)).toBeNull();
    expect(entryOf({ ...asked, doi: '10.1234/a' }, list)).not.toBeNull();
    expect(entryOf({ ...asked, authors: [] }, list)).not.toBeNull();
  });

  it('finds a renamed paper by the title that either side knows as another one', () => {
    const other = 'Naming Birds by Their Ears';
    const renamed = { ...NO_IDS, id: null, title: other, otherTitles: [title] };
    expect(entryOf(renamed, findableList([withId]))).toBe(withId);
    const knows = entry({ id: 'arxiv:2110.06014', arxiv: '2110.06014', title, otherTitles: [other] });
    expect(entryOf({ ...renamed, otherTitles: [] }, findableList([knows]))).toBe(knows);
  });

  it('finds nothing in an empty list', () => {
    expect(entryOf(saved.paper, findableList([]))).toBeNull();
  });
});
