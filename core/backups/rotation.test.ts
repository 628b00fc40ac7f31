import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, nameBefore, nameOfDay, readName } from './names';
import { BEFORES_KEPT, DAYS_KEPT, toRemove, WEEKS_KEPT } from './rotation';

const DAY = 86_400_000;
/** A Monday, noon. */
const MONDAY = new Date(2026, 5, 1, 12).getTime();
const at = (day: number) => MONDAY + day * DAY;
const nameOf = (day: number) => nameOfDay(at(day));

/** The names left after a backup on each of these days, in this order. */
function kept(days: readonly number[]): readonly string[] {
  const names = new Set<string>();
  for (const day of days) {
    names.add(nameOf(day));
    for (const gone of toRemove([...names], dayOf(at(day)))) names.delete(gone);
  }
  return [...names];
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, step) => from + step);

describe('names', () => {
  it('are read as they were written, and nothing else is', () => {
    expect(readName(nameOfDay(MONDAY))).toEqual({
      name: '2026-06-01.paperkin-list.gz',
      day: '2026-06-01',
      isBefore: false,
    });
    expect(readName(nameBefore(MONDAY))).toEqual({
      name: '2026-06-01-before-120000.paperkin-list.gz',
      day: '2026-06-01',
      isBefore: true,
    });
    for (const name of ['x', `${nameOfDay(MONDAY)}.undone`, '2026-6-1.paperkin-list.gz'])
      expect(readName(name)).toBeNull();
  });

  it('stand for any clock', () => {
    for (const time of [-1e14, 0, 1e15, Number.NaN]) expect(readName(nameOfDay(time))).not.toBeNull();
  });
});

describe('rotation', () => {
  it('keeps seven days, and the last day of four weeks', () => {
    // Sundays are 6, 13, 20, 27; of the week of day 30 that day is the last.
    expect(kept(range(0, 31))).toEqual([13, 20, 24, 25, 26, 27, 28, 29, 30].map(nameOf));
  });

  it('keeps what is old where little changes', () => {
    const days = [0, 40, 41, 200, 500];
    expect(kept(days)).toEqual(days.map(nameOf));
  });

  it('keeps the same whenever it is asked, and bounds it', () => {
    assert(
      property(array(integer({ min: 1, max: 12 }), { maxLength: 60 }), (gaps) => {
        const days = gaps.map((_, step) => gaps.slice(0, step + 1).reduce((sum, gap) => sum + gap, 0));
        const left = kept(days);
        expect(left.length).toBeLessThanOrEqual(DAYS_KEPT + WEEKS_KEPT);
        // The last days with changes are all there.
        for (const day of days.slice(-DAYS_KEPT)) expect(left).toContain(nameOf(day));
        // So is, of each of the last weeks with changes, the last day that had one.
        const weeks = new Map(days.map((day) => [Math.floor(day / 7), day]));
        for (const day of [...weeks.values()].slice(-WEEKS_KEPT)) expect(left).toContain(nameOf(day));
        // Asked once at the end, it says the same.
        const gone = new Set(toRemove(days.map(nameOf), dayOf(at(days.at(-1) ?? 0))));
        expect(days.map(nameOf).filter((name) => !gone.has(name))).toEqual(left);
      }),
    );
  });

  it('never takes what was just written, and no more than one for it, wherever the clock jumps', () => {
    assert(
      property(array(integer({ min: -20_000, max: 20_000 }), { minLength: 1, maxLength: 60 }), (days) => {
        let names: readonly string[] = [];
        for (const day of days) {
          const now = [...new Set([...names, nameOf(day)])];
          const gone = toRemove(now, dayOf(at(day)));
          expect(gone).not.toContain(nameOf(day));
          expect(now.length - gone.length).toBeLessThanOrEqual(2 * (DAYS_KEPT + WEEKS_KEPT));
          names = now.filter((name) => !gone.includes(name));
        }
        // What is there by the true clock outlives a look from far ahead.
        const real = names.filter((name) => name <= nameOf(20_001));
        const far = [...real, nameOf(30_000)];
        const lost = toRemove(far, dayOf(at(30_000)));
        expect(real.length - lost.length).toBeGreaterThanOrEqual(Math.min(real.length, DAYS_KEPT - 1));
      }),
    );
  });

  it('keeps the last few that were made before something', () => {
    const befores = range(0, 9).map((hour) => nameBefore(MONDAY + hour * 3_600_000));
    const gone = toRemove([...befores, nameOf(0)], dayOf(MONDAY));
    expect(gone.toSorted()).toEqual(befores.slice(0, -BEFORES_KEPT).toSorted());
  });

  it('leaves alone what it does not know', () => {
    expect(toRemove(['notes.txt'], '2026-06-01')).toEqual([]);
  });
});
