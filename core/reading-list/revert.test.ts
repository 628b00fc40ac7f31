import { describe, expect, it } from 'vitest';
import { BIRDS, SPARSE } from '../../tests/samples/papers';
import { mergedEntry } from '../list-formats/merge-entry';
import { freshEntry, type ReadingListEntry } from './entry';
import { revertedEntry } from './revert';
import { checkedMarks } from './stated-marks';
import { mergedEntries } from './versions';

const before: ReadingListEntry = {
  ...freshEntry({ ...SPARSE, abstract: null, code: null, venue: 'Mine' }, 100, null),
  tags: ['mine'],
  note: 'mine',
};
const after = mergedEntry(
  before,
  { ...SPARSE, code: 'https://example.org/', venue: 'Theirs' },
  checkedMarks({
    status: 'read',
    statusAt: 500,
    tags: ['theirs'],
    note: 'theirs',
    starred: true,
    addedAt: 7,
    sourceUrl: 'https://example.org/',
  }),
);

describe('revertedEntry', () => {
  it('leads back to how an entry was, its paper and times included', () => {
    expect(after).not.toEqual(before);
    expect(revertedEntry(after, { before, after })).toEqual(before);
  });

  it('leaves alone what was changed since', () => {
    const since: ReadingListEntry = {
      ...after,
      note: 'since',
      tags: [...after.tags, 'since'],
      status: 'reading',
      statusAt: 900,
      paper: { ...after.paper, code: 'https://example.org/since' },
    };
    expect(revertedEntry(since, { before, after })).toEqual({
      ...before,
      note: 'since',
      tags: ['mine', 'since'],
      status: 'reading',
      statusAt: 900,
      paper: { ...before.paper, code: 'https://example.org/since' },
    });
  });

  it('takes a paper that came with the joining away, but not the reader’s work with it', () => {
    const fresh = freshEntry(BIRDS, 100, null);
    const joined = { before: null, after: fresh };
    expect(revertedEntry(fresh, joined)).toBeNull();
    expect(revertedEntry({ ...fresh, openedAt: 200 }, joined)).toBeNull();
    for (const work of [{ note: 'a' }, { tags: ['a'] }, { starred: true }, { status: 'read' as const }])
      expect(revertedEntry({ ...fresh, ...work }, joined)).toMatchObject(work);
  });

  it('leaves an entry that another one went into since', () => {
    const fresh = freshEntry(BIRDS, 100, null);
    const since = mergedEntries(fresh, freshEntry(SPARSE, 200, null));
    expect(revertedEntry(since, { before: null, after: fresh })).toBe(since);
  });

  it('changes nothing where nothing is as it was left', () => {
    expect(revertedEntry(before, { before, after })).toBe(before);
  });
});
