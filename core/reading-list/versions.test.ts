import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIRDS, DENSE, samplePaper, SPARSE } from '../../tests/samples/papers';
import { changeEntry } from './change';
import { freshEntry, VERSIONS_MAX, type OwnFacts, type ReadingListEntry } from './entry';
import { normaliseTags } from './tags';
import {
  apartFrom,
  areFew,
  idsOf,
  ledBy,
  mergedEntries,
  notApartFrom,
  splitEntry,
  withoutVersion,
  withVersion,
} from './versions';

const time = fc.integer({ min: 1, max: 1_000 });
const facts: fc.Arbitrary<OwnFacts> = fc.record({
  status: fc.constantFrom('to-read', 'reading', 'read'),
  addedAt: time,
  statusAt: time,
  sourceUrl: fc.option(fc.constantFrom('https://example.org/a', 'https://example.org/b')),
  starred: fc.boolean(),
  tags: fc.subarray(['methods', 'thesis', 'to do', 'vision/3D']).map(normaliseTags),
  note: fc.constantFrom('', 'mine', 'theirs', 'mine and theirs', 'longer\n\n---\n\nnote'),
  priority: fc.constantFrom(0, 1, 2, 3),
  openedAt: fc.option(time),
});
const entries = fc.tuple(facts, facts, facts).map(
  ([a, b, c]) =>
    [
      { ...freshEntry(SPARSE, 1, null), ...a },
      { ...freshEntry(DENSE, 1, null), ...b },
      { ...freshEntry(BIRDS, 1, null), ...c },
    ] as const,
);

function split(entry: ReadingListEntry, id: string, areApart = false) {
  const made = splitEntry(entry, id, areApart);
  if (made === null) throw new Error('no such version');
  return made;
}

describe('merging', () => {
  it('joins what both have', () => {
    const a = { ...freshEntry(SPARSE, 10, null), tags: ['x'], note: 'one', priority: 1 as const };
    const b: ReadingListEntry = {
      ...freshEntry(DENSE, 5, 'https://example.org/'),
      status: 'read',
      statusAt: 20,
      tags: ['X', 'y'],
      note: 'two',
      starred: true,
      priority: 3,
    };
    expect(mergedEntries(a, b)).toMatchObject({
      paper: SPARSE,
      status: 'read',
      statusAt: 20,
      addedAt: 5,
      tags: ['x', 'y'],
      note: 'one\n\n---\n\ntwo',
      starred: true,
      priority: 3,
      sourceUrl: 'https://example.org/',
    });
  });

  it('is undone by splitting: both are as they were', () => {
    fc.assert(
      fc.property(entries, ([a, b]) => {
        expect(split(mergedEntries(a, b), b.paper.id)).toEqual({ rest: a, out: b });
      }),
    );
  });

  it('is undone version by version, in the order in which they came or not', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), ([a, b, c], lastFirst) => {
        const all = mergedEntries(mergedEntries(a, b), c);
        const [first, second] = lastFirst ? [c, b] : [b, c];
        const once = split(all, first.paper.id);
        const twice = split(once.rest, second.paper.id);
        expect([once.out, twice.out]).toEqual([first, second]);
        expect(idsOf(twice.rest)).toEqual([SPARSE.id]);
        expect(lastFirst ? twice.rest : a).toEqual(a);
        // Nothing of the first entry is lost in any order.
        for (const tag of a.tags) expect(twice.rest.tags).toContain(tag);
        expect(twice.rest.note).toContain(a.note);
      }),
    );
  });

  it('takes the versions of both along, and gives them back', () => {
    fc.assert(
      fc.property(entries, ([a, b, c]) => {
        const pair = mergedEntries(b, c);
        const all = mergedEntries(a, pair);
        expect(idsOf(all)).toEqual([SPARSE.id, DENSE.id, BIRDS.id]);
        expect(split(all, DENSE.id)).toEqual({ rest: a, out: pair });
      }),
    );
  });

  it('has each record once, also where one was a version and an entry, or leads the one and is of the other', () => {
    const a = withVersion(freshEntry(SPARSE, 10, null), DENSE, 20, null);
    const b = withVersion({ ...freshEntry(DENSE, 5, null), note: 'own' }, SPARSE, 20, null);
    const merged = mergedEntries(a, b);
    expect(idsOf(merged)).toEqual([SPARSE.id, DENSE.id]);
    expect(split(merged, DENSE.id)).toMatchObject({
      rest: { versions: [] },
      out: { note: 'own', versions: [] },
    });
  });

  it('leaves what was changed since with the entry', () => {
    const a = { ...freshEntry(SPARSE, 10, null), tags: ['x'], note: 'one' };
    const b = { ...freshEntry(DENSE, 5, null), tags: ['y'], note: 'two' };
    const merged = mergedEntries(a, b);
    const changed = changeEntry(
      merged,
      { addTags: ['z'], note: `${merged.note} and more`, status: 'read' },
      99,
    );
    const { rest, out } = split(changed, DENSE.id);
    expect(rest).toMatchObject({ tags: ['x', 'z'], note: changed.note, status: 'read', addedAt: 10 });
    expect(out).toEqual(b);
  });

  it('remembers that the two are two, and forgets it when they are merged after all', () => {
    const [a, b] = [freshEntry(SPARSE, 10, null), freshEntry(DENSE, 5, null)];
    const { rest, out } = split(mergedEntries(a, b), DENSE.id, true);
    expect([rest.apart, out.apart]).toEqual([[DENSE.id], [SPARSE.id]]);
    expect(mergedEntries(rest, out).apart).toEqual([]);
    expect(notApartFrom(rest, [DENSE.id])).toEqual(a);
    expect(apartFrom(rest, [DENSE.id])).toBe(rest);
  });
});

describe('the record that leads', () => {
  it('changes places with another, and back', () => {
    fc.assert(
      fc.property(entries, ([a, b, c]) => {
        const all = mergedEntries(mergedEntries(a, b), c);
        const led = ledBy(all, DENSE.id);
        expect(led && idsOf(led)).toEqual([DENSE.id, SPARSE.id, BIRDS.id]);
        expect(led && ledBy(led, SPARSE.id)).toEqual(all);
      }),
    );
  });

  it('can be left alone by the one that led before, which has what it had', () => {
    const a = { ...freshEntry(SPARSE, 10, null), tags: ['x'], note: 'one' };
    const b = { ...freshEntry(DENSE, 5, null), tags: ['y'] };
    const led = ledBy(mergedEntries(a, b), DENSE.id);
    expect(led && splitEntry(led, SPARSE.id, false)).toEqual({ rest: b, out: a });
  });

  it('is none that the entry does not have', () => {
    const entry = freshEntry(SPARSE, 1, null);
    expect(ledBy(entry, DENSE.id)).toBeNull();
    expect(splitEntry(entry, SPARSE.id, false)).toBeNull();
  });
});

describe('a version that was never an entry', () => {
  const entry = { ...freshEntry(SPARSE, 10, null), note: 'mine', tags: ['x'] };
  const both = withVersion(entry, DENSE, 50, 'https://example.org/');

  it('is added once, and taken away', () => {
    expect(withVersion(both, DENSE, 60, null)).toBe(both);
    expect(withVersion(both, SPARSE, 60, null)).toBe(both);
    expect(withoutVersion(both, DENSE.id)).toEqual(entry);
    expect(withoutVersion(entry, DENSE.id)).toBe(entry);
  });

  it('becomes a fresh entry when it is split', () => {
    expect(split(both, DENSE.id)).toEqual({
      rest: entry,
      out: freshEntry(DENSE, 50, 'https://example.org/'),
    });
  });

  it('is one of a bounded number', () => {
    let many: ReadingListEntry = entry;
    for (let at = 0; at < VERSIONS_MAX + 5; at++)
      many = withVersion(many, samplePaper({ arxiv: `2001.${10_000 + at}` }), at, null);
    expect(many.versions).toHaveLength(VERSIONS_MAX);
    expect(areFew(many, entry)).toBe(false);
    expect(areFew(entry, both)).toBe(true);
  });
});
