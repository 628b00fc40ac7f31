import { describe, expect, it } from 'vitest';
import { chooseSide, keptInView, placeCard } from './place-card';

const viewport = { width: 1000, height: 800 };
const line = (left: number, top: number, right = left + 300) => ({ left, top, right, bottom: top + 20 });

describe('chooseSide', () => {
  it.each([
    [100, 'below'],
    [420, 'below'],
    [600, 'above'],
  ])('of a line at %d is %s', (top, side) => expect(chooseSide(line(50, top), viewport)).toBe(side));

  it('is above where the page has a tooltip and there is room', () => {
    expect(chooseSide(line(50, 420), viewport, true)).toBe('above');
    expect(chooseSide(line(50, 100), viewport, true)).toBe('below');
  });

  it('takes the roomier side where neither has room', () => {
    expect(chooseSide(line(0, 60), { width: 300, height: 200 })).toBe('below');
    expect(chooseSide(line(0, 150), { width: 300, height: 200 })).toBe('above');
  });
});

describe('placeCard', () => {
  it('starts where the line starts, below it', () => {
    expect(placeCard(line(50, 100), 'below', 400, viewport)).toEqual({
      left: 50,
      inset: 128,
      maxHeight: 664,
    });
  });

  it('leaves the line free above, too', () => {
    const { inset, maxHeight } = placeCard(line(50, 600), 'above', 400, viewport);
    expect(viewport.height - inset).toBeLessThan(600);
    expect(inset + maxHeight).toBeLessThan(viewport.height);
  });

  it('shifts into view at the right edge, and starts at the left one where it is too wide', () => {
    expect(placeCard(line(900, 100), 'below', 400, viewport).left).toBe(592);
    expect(placeCard(line(900, 100), 'below', 2000, viewport).left).toBe(8);
    expect(placeCard(line(-200, 100), 'below', 400, viewport).left).toBe(8);
  });
});

describe('keptInView', () => {
  const size = { width: 400, height: 300 };
  it.each([
    [
      { x: 100, y: 200 },
      { x: 100, y: 200 },
    ],
    [
      { x: -50, y: -50 },
      { x: 8, y: 8 },
    ],
    [
      { x: 990, y: 790 },
      { x: 592, y: 492 },
    ],
  ])('of %o is %o', (wanted, kept) => expect(keptInView(wanted, size, viewport)).toEqual(kept));

  it('shows the head of a card that is larger than the window', () => {
    expect(keptInView({ x: 50, y: 50 }, size, { width: 200, height: 100 })).toEqual({ x: 8, y: 8 });
  });
});
