import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToFilter, emptyKeyFilter, mayHave } from './key-filter';
import { keyHash } from './key-hash';

const keysFrom = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`);

function filterOf(keys: readonly string[]) {
  const filter = emptyKeyFilter(keys.length);
  for (const key of keys) addToFilter(filter, keyHash(key));
  return filter;
}

describe('key hash', () => {
  it('tells two hundred thousand keys apart, and spreads them evenly over its prefix', () => {
    const keys = [...keysFrom('a:2110.', 100_000), ...keysFrom('t:alongtitleofapapernumber', 100_000)];
    const hashes = keys.map(keyHash);
    expect(new Set(hashes.map(({ high, low }) => high * 2 ** 20 + (low >>> 12))).size).toBe(keys.length);
    const shards = new Uint32Array(256);
    for (const { high } of hashes) shards[high >>> 24] = (shards[high >>> 24] ?? 0) + 1;
    // 781 expected; six standard deviations to either side.
    expect(Math.min(...shards)).toBeGreaterThan(781 - 170);
    expect(Math.max(...shards)).toBeLessThan(781 + 170);
  });

  it('has two halves that say different things', () => {
    const hashes = keysFrom('k', 200_000).map(keyHash);
    const highs = new Set(hashes.map(({ high }) => high));
    // About five pairs of so many keys meet in 32 bits; in 64 none does.
    expect(new Set(hashes.map(({ high, low }) => `${high} ${low}`)).size).toBe(hashes.length);
    expect(highs.size).toBeGreaterThan(199_980);
  });
});

describe('key filter', () => {
  it('has every key it was built from', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (keys) => {
        const filter = filterOf(keys);
        expect(keys.every((key) => mayHave(filter, key))).toBe(true);
      }),
    );
  });

  it.each([71, 1_000, 50_000])('says yes to about one strange key in a hundred, with %i keys', (count) => {
    const filter = filterOf(keysFrom('t:key', count));
    const falseYes = keysFrom('t:other', 20_000).filter((key) => mayHave(filter, key)).length;
    expect(falseYes).toBeLessThan(20_000 * 0.015);
  });

  it('tells keys apart that differ in one place or in order only', () => {
    const filter = filterOf(keysFrom('a:2110.0', 2_000));
    const near = keysFrom('a:2111.0', 2_000).filter((key) => mayHave(filter, key)).length;
    expect(near).toBeLessThan(60);
  });

  it('takes little more than a byte a key', () => {
    expect(emptyKeyFilter(1_000).bits.length).toBeLessThan(1_250);
  });

  it('says no to everything when it is empty', () => {
    const filter = emptyKeyFilter(0);
    expect(keysFrom('k', 100).some((key) => mayHave(filter, key))).toBe(false);
  });
});
