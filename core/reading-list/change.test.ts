import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { changeBack, changeEntry, factsOf, type EntryChange } from './change';
import { freshEntry, NOTE_LENGTH_MAX, PRIORITIES, READING_STATUSES, wholeEntry } from './entry';
import { normaliseTags } from './tags';

const fresh = freshEntry(samplePaper(), 10, null);
const NOW = 99;

describe('changeEntry', () => {
  it.each<[string, EntryChange, object]>([
    ['status with its time', { status: 'read' }, { status: 'read', statusAt: NOW }],
    ['star and priority', { starred: true, priority: 3 }, { starred: true, priority: 3 }],
    ['a note, bounded', { note: 'x'.repeat(NOTE_LENGTH_MAX + 1) }, { note: 'x'.repeat(NOTE_LENGTH_MAX) }],
    [
      'a note, cut between characters',
      { note: `${'x'.repeat(NOTE_LENGTH_MAX - 1)}😀` },
      { note: 'x'.repeat(NOTE_LENGTH_MAX - 1) },
    ],
    ['tags, normalised', { addTags: [' a / b', 'A/B'] }, { tags: ['a/b'] }],
    ['when it was opened', { openedAt: 5 }, { openedAt: 5 }],
  ])('changes %s', (_what, change, expected) => {
    expect(changeEntry(fresh, change, NOW)).toEqual({ ...fresh, ...expected });
  });

  it('sets, renames, takes away and adds tags, in this order', () => {
    const change = {
      tags: ['x', 'y/z'],
      renameTag: { from: 'y', to: 'w' },
      removeTags: ['X'],
      addTags: ['v'],
    };
    expect(changeEntry(fresh, change, NOW).tags).toEqual(['w/z', 'v']);
  });

  it('gives the same object back where nothing changes', () => {
    const entry = changeEntry(fresh, { addTags: ['a'] }, NOW);
    for (const change of [
      {},
      { status: 'to-read', statusAt: 7 },
      { addTags: [' A '] },
      { tags: ['a'] },
    ] as const) {
      expect(changeEntry(entry, change, NOW)).toBe(entry);
    }
  });

  it('is undone by changeBack, whatever it was', () => {
    const tags = fc.array(fc.constantFrom('a', 'A', 'a/b', 'c', ' '), { maxLength: 4 });
    const change = fc.record(
      {
        status: fc.constantFrom(...READING_STATUSES),
        starred: fc.boolean(),
        priority: fc.constantFrom(...PRIORITIES),
        note: fc.string({ maxLength: 3 }),
        openedAt: fc.option(fc.nat()),
        tags,
        addTags: tags,
        removeTags: tags,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, change, (first, second) => {
        const before = changeEntry(fresh, first, 20);
        const after = changeEntry(before, second, 30);
        expect(after.tags).toEqual(normaliseTags(after.tags));
        expect(changeEntry(after, changeBack(factsOf(before), factsOf(after)), 40)).toEqual(before);
      }),
    );
  });
});

it('fills in what an older version did not know, and nothing else', () => {
  const { paper, status, addedAt, statusAt, sourceUrl } = fresh;
  expect(wholeEntry({ paper, status, addedAt, statusAt, sourceUrl })).toEqual(fresh);
  expect(wholeEntry({ ...fresh, starred: true, note: 'n' })).toMatchObject({
    starred: true,
    note: 'n',
    tags: [],
  });
});
