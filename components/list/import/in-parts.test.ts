import { describe, expect, it } from 'vitest';
import { entry } from '../../../tests/popup/fake-ports';
import { inParts, joinInParts } from './in-parts';

const many = (count: number, note = '') =>
  Array.from({ length: count }, (_, at) => ({ ...entry(`p${at}`), note }));
const sizes = (parts: readonly (readonly unknown[])[]) => parts.map(({ length }) => length);

describe('inParts', () => {
  it('keeps messages small, in number and in characters, and loses nothing', () => {
    expect(sizes(inParts(many(2_500), (each) => each))).toEqual([1_000, 1_000, 500]);
    const long = inParts(many(100, 'x'.repeat(100_000)), (each) => each);
    expect(Math.max(...sizes(long))).toBeLessThan(41);
    expect(long.flat()).toHaveLength(100);
    expect(inParts([], (each) => each)).toEqual([]);
  });
});

describe('joinInParts', () => {
  it('tells how each entry was, and stops at a part that is refused', async () => {
    const entries = many(2_500);
    const present = [{ ...entry('p0'), note: 'before' }];
    const told: number[] = [];
    let calls = 0;
    const { joined, isWhole } = await joinInParts(
      entries,
      present,
      async (part) =>
        ++calls < 3 ? { ok: true, value: part } : { ok: false, error: { code: 'storage', message: '' } },
      (done) => told.push(done),
    );
    expect([isWhole, joined.length, told]).toEqual([false, 2_000, [1_000, 2_000]]);
    expect(joined.slice(0, 2).map(({ before }) => before?.note ?? null)).toEqual(['before', null]);
  });
});
