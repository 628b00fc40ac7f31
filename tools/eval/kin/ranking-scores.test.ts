import { expect, it } from 'vitest';
import { averagePrecision, normalisedGain } from './ranking-scores';

it('averages the precisions at what is relevant', () => {
  expect(averagePrecision([2, 0, 3, 1], 2)).toBeCloseTo((1 + 2 / 3) / 2);
  expect(averagePrecision([0, 1], 2)).toBeNull();
});

it('weighs gains by their places and by the best order', () => {
  expect(normalisedGain([3, 2, 0], 3)).toBe(1);
  expect(normalisedGain([0, 3, 2], 2)).toBeCloseTo(3 / Math.log2(3) / (3 + 2 / Math.log2(3)));
  expect(normalisedGain([0, 0], 2)).toBeNull();
});
