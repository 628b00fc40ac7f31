import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildKeyFilter, mayHave } from './key-filter';

const keysFrom = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`);

describe('key filter', () => {
  it('has every key it was built from', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (keys) => {
        const filter = buildKeyFilter(keys);
        expect(keys.every((key) => mayHave(filter, key))).toBe(true);
      }),
    );
  });

  it.each([71, 1_000, 50_000])('says yes to about one strange key in a hundred, with %i keys', (count) => {
    const filter = buildKeyFilter(keysFrom('t:key', count));
    const falseYes = keysFrom('t:other', 20_000).filter((key) => mayHave(filter, key)).length;
    expect(falseYes).toBeLessThan(20_000 * 0.015);
  });

  it('tells keys apart that differ in one place or in order only', () => {
    const filter = buildKeyFilter(keysFrom('a:2110.0', 2_000));
    const near = keysFrom('a:2111.0', 2_000).filter((key) => mayHave(filter, key)).length;
    expect(near).toBeLessThan(60);
  });

  it('is sized by distinct keys', () => {
    const once = buildKeyFilter(keysFrom('k', 1_000));
    const thrice = buildKeyFilter([
      ...keysFrom('k', 1_000),
      ...keysFrom('k', 1_000),
      ...keysFrom('k', 1_000),
    ]);
    expect(thrice.bits).toEqual(once.bits);
    expect(once.bits.length).toBeLessThan(1_250);
  });

  it('says no to everything when it is empty', () => {
    const filter = buildKeyFilter([]);
    expect(keysFrom('k', 100).some((key) => mayHave(filter, key))).toBe(false);
  });

  it('survives structured cloning', () => {
    const filter = structuredClone(buildKeyFilter(['a:2110.06014']));
    expect(mayHave(filter, 'a:2110.06014')).toBe(true);
    expect(mayHave(filter, 'a:2110.06015')).toBe(false);
  });
});
