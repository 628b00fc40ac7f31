import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIGATURES, lostLigatures } from './lost-ligatures';

const ligature = fc.constantFrom(...LIGATURES);
/** Letters of which some make a ligature with those beside them. */
const letters = fc.string({ unit: fc.constantFrom(...'abfil'), maxLength: 12 });
const pieces = fc.array(fc.tuple(letters, ligature), { minLength: 1, maxLength: 6 });
const wholeOf = (parts: readonly (readonly [string, string])[], end: string) => parts.flat().join('') + end;
const restOf = (parts: readonly (readonly [string, string])[], end: string) =>
  parts.map(([before]) => before).join('') + end;

/** Every way of losing ligatures, one after the other. */
function fewestOf(rest: string, whole: string): number {
  if (rest === whole) return 0;
  let fewest = Infinity;
  if (rest !== '' && rest[0] === whole[0]) fewest = fewestOf(rest.slice(1), whole.slice(1));
  for (const each of LIGATURES) {
    if (whole.startsWith(each)) fewest = Math.min(fewest, 1 + fewestOf(rest, whole.slice(each.length)));
  }
  return fewest;
}

describe('lostLigatures', () => {
  it.each([
    ['an ecient count of ocks', 'an efficient count of flocks', 2],
    ['an efcient count', 'an efficient count', 1],
    ['an eicient count', 'an efficient count', 1],
    ['an e cient count', 'an efficient count', null],
    ['signicance of the rst ight', 'significance of the first flight', 3],
    ['the light of swifts', 'the flight of swifts', null],
    ['an unied view of ock', 'a unified view of flocks', null],
    ['uted songs', 'fluted song', null],
    ['the same', 'the same', null],
  ])('%j has lost of %j: %j', (rest, whole, lost) => {
    expect(lostLigatures(rest, whole, 8)).toBe(lost);
  });

  it('knows any title that has lost any ligatures, and no more of them than may be', () => {
    fc.assert(
      fc.property(pieces, letters, (parts, end) => {
        const [rest, whole] = [restOf(parts, end), wholeOf(parts, end)];
        const lost = lostLigatures(rest, whole, parts.length);
        expect(lost).not.toBeNull();
        expect(lost).toBeLessThanOrEqual(parts.length);
        expect(lostLigatures(rest, whole, (lost ?? 0) - 1)).toBeNull();
      }),
    );
  });

  it('counts the fewest that explain what is missing, and explains nothing else', () => {
    const short = fc.string({ unit: fc.constantFrom(...'afil'), maxLength: 8 });
    const either = fc.oneof(
      fc.tuple(short, short),
      fc.tuple(pieces, letters).map(([parts, end]) => [restOf(parts, end), wholeOf(parts, end)] as const),
    );
    fc.assert(
      fc.property(either, ([rest, whole]) => {
        const fewest = fewestOf(rest, whole);
        const expected = fewest === 0 || fewest === Infinity ? null : fewest;
        expect(lostLigatures(rest, whole, 8)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('never explains another letter', () => {
    fc.assert(
      fc.property(pieces, letters, fc.nat(), (parts, end, place) => {
        const [rest, whole] = [restOf(parts, end), wholeOf(parts, end)];
        fc.pre(rest.length > 0);
        const at = place % rest.length;
        const changed = `${rest.slice(0, at)}x${rest.slice(at + 1)}`;
        expect(lostLigatures(changed, whole, 8)).toBeNull();
      }),
    );
  });

  it('is quick on strings of nothing but ligatures', () => {
    const whole = 'fi'.repeat(50_000);
    expect(lostLigatures(whole.slice(16), whole, 8)).toBe(8);
    expect(lostLigatures(`x${whole.slice(17)}`, whole, 8)).toBeNull();
  });
});
