import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdSet } from './id-set';

it('has what a Set would have, over many growths', () => {
  const half = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(half, half), { maxLength: 5_000, size: 'max' }), (hashes) => {
      const ids = new IdSet();
      const expected = new Set<string>();
      for (const [high, low] of hashes) {
        const name = `${high} ${low || Number(high === 0)}`;
        expect(ids.add(high, low)).toBe(!expected.has(name));
        expected.add(name);
      }
      expect(ids.size).toBe(expected.size);
    }),
    { numRuns: 20 },
  );
});

it('forgets what it had, and takes others', () => {
  const ids = new IdSet();
  for (let low = 1; low < 5_000; low++) ids.add(7, low);
  ids.clear();
  expect(ids.size).toBe(0);
  expect(ids.add(7, 1)).toBe(true);
  expect(ids.add(7, 1)).toBe(false);
});
