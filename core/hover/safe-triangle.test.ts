import { describe, expect, it } from 'vitest';
import { headsForCard } from './safe-triangle';

const below = { left: 100, top: 150, right: 500, bottom: 400 };
const above = { left: 100, top: 10, right: 500, bottom: 90 };
const apex = { x: 300, y: 120 };

describe('headsForCard', () => {
  it.each([
    ['straight down', { x: 300, y: 140 }, below, true],
    ['towards the far corner', { x: 400, y: 140 }, below, true],
    ['a trembling first step', { x: 305, y: 118 }, below, true],
    ['sideways', { x: 420, y: 122 }, below, false],
    ['away', { x: 300, y: 90 }, below, false],
    ['beside the card, level with it', { x: 300, y: 200 }, below, false],
    ['straight up', { x: 300, y: 100 }, above, true],
    ['down, when the card is above', { x: 300, y: 140 }, above, false],
  ])('%s', (_name, point, card, expected) => {
    expect(headsForCard(apex, point, card)).toBe(expected);
  });

  it('has no triangle where the card surrounds the point it was left at', () => {
    expect(headsForCard(apex, apex, { left: 0, top: 0, right: 900, bottom: 900 })).toBe(false);
  });
});
