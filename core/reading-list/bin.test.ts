import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { afterLook, BIN_DAYS, daysLeft, withBinned } from './bin';
import { freshEntry, NOTE_LENGTH_MAX, type BinnedEntry } from './entry';

const DAY = 86_400_000;
const THEN = 1_000 * DAY;
const entry = freshEntry(samplePaper(), 5, null);
const binned: BinnedEntry = { entry, removedAt: THEN };
/** Looks at each of these days after the removal, until it is gone. */
const looked = (days: readonly number[]) =>
  days.reduce<BinnedEntry | null>((at, day) => at && afterLook(at, THEN + day * DAY), binned);

describe('what is in the bin', () => {
  it('is kept for 30 days, found due, and goes a week later', () => {
    expect(looked([0, 1, 29.9])).toBe(binned);
    expect(looked([30, 36.9])).toEqual({ ...binned, dueSince: THEN + 30 * DAY });
    expect(looked([30, 37])).toBeNull();
  });

  it('outlives a look by a clock that is far ahead, also by two of them', () => {
    expect(looked([9_000, 9_001, 1])).toEqual(binned);
    expect(looked([9_000, 1, 9_008])).toEqual({ ...binned, dueSince: THEN + 9_008 * DAY });
  });

  it('outlives a removal by a clock that was far behind', () => {
    const old: BinnedEntry = { entry, removedAt: 0 };
    expect(afterLook(old, THEN)).toEqual({ ...old, dueSince: THEN });
  });

  it('loses nothing by a clock that is set back', () => {
    expect(looked([-9_000])).toBe(binned);
    expect(looked([30, -400, 31])).toEqual({ ...binned, dueSince: THEN + 31 * DAY });
  });

  it('goes after no single look, whatever clocks say', () => {
    assert(
      property(integer(), integer(), (removedAt, now) => {
        expect(afterLook({ entry, removedAt }, now)).not.toBeNull();
      }),
    );
  });

  it('says how many days it has', () => {
    expect(daysLeft(binned, THEN)).toBe(BIN_DAYS);
    expect(daysLeft(binned, THEN - 9 * DAY)).toBe(BIN_DAYS);
    expect(daysLeft(binned, THEN + 28.5 * DAY)).toBe(2);
    expect(daysLeft(binned, THEN + 90 * DAY)).toBe(0);
    expect(daysLeft({ ...binned, dueSince: THEN + 31 * DAY }, THEN + 33 * DAY)).toBe(5);
  });
});

describe('an entry that comes back', () => {
  const old = { ...entry, note: 'Old.', tags: ['a', 'b'], starred: true, priority: 2, openedAt: 9 } as const;

  it('has what both had', () => {
    const fresh = {
      ...freshEntry(samplePaper({ abstract: null }), 50, 'https://a.test/'),
      tags: ['b', 'c'],
      note: 'New.',
    };
    expect(withBinned(fresh, old)).toEqual({
      ...fresh,
      paper: entry.paper,
      starred: true,
      priority: 2,
      openedAt: 9,
      tags: ['b', 'c', 'a'],
      note: 'New.\n\n---\n\nOld.',
    });
  });

  it('is the same where it was the same', () => {
    expect(withBinned(old, old)).toEqual(old);
  });

  it('keeps its own note where both are too long', () => {
    const long = 'x'.repeat(NOTE_LENGTH_MAX);
    expect(withBinned({ ...entry, note: long }, old).note).toBe(long);
  });
});
