import { describe, expect, it } from 'vitest';
import { scrollTo } from './walk';

const BOX = { top: 0, bottom: 1_000 };
const STRETCH = 800;
const line = (top: number) => ({ top, bottom: top + 20 });

describe('scrollTo', () => {
  it.each([0, 500, 980])('leaves a line at %i px where it is', (top) =>
    expect(scrollTo(line(top), BOX)).toBe(0),
  );

  it.each([
    [981, STRETCH],
    [1_600, STRETCH],
    [1_700, 2 * STRETCH],
    [10_000, 12 * STRETCH],
    [-1, -STRETCH],
    [-900, -2 * STRETCH],
  ])('goes to a line at %i px by whole stretches', (top, by) => expect(scrollTo(line(top), BOX)).toBe(by));

  it('has every line in the box, and its edges a margin less one line away, however far off it was', () => {
    for (let top = -5_000; top <= 5_000; top += 37) {
      const by = scrollTo(line(top), BOX);
      if (by === 0) continue;
      expect(top - by).toBeGreaterThanOrEqual(80);
      expect(top + 20 - by).toBeLessThanOrEqual(920);
    }
  });
});
