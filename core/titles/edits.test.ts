import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween } from './edits';

/** The textbook table, whole. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = cost;
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });

describe('editsBetween', () => {
  it('counts as many differences as the whole table, up to the bound', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (a, b, most) => {
        const expected = distance(a, b);
        expect(editsBetween(a, b, most)?.length ?? null).toBe(expected <= most ? expected : null);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['kernels', 'kernel', 'added', 6],
    ['kernl', 'kernel', 'lost', 4],
    ['kermel', 'kernel', 'changed', 3],
    ['kenrel', 'kernel', 'swapped', 2],
  ])('says where %s differs from %s', (a, b, kind, at) => {
    expect(editsBetween(a, b, 2)).toEqual([expect.objectContaining({ kind, at })]);
  });

  it('is quick on strings of a hundred thousand letters', () => {
    const long = 'ab'.repeat(50_000);
    expect(editsBetween(long, `${long.slice(0, 70_000)}c${long.slice(70_001)}`, 3)).toHaveLength(1);
  });
});
