import { describe, expect, it } from 'vitest';
import { fusedScore, meaningWeight, strangenessOf } from './fusion';

describe('strangenessOf', () => {
  it('is nothing where a corpus uses a word as the papers learned from do, and the same for more and for less', () => {
    expect(strangenessOf(1_000, 10_000, 0.1)).toBeCloseTo(0);
    expect(strangenessOf(800_000, 1_000_000, 0.1)).toBeCloseTo(Math.log(8), 1);
    expect(strangenessOf(12_500, 1_000_000, 0.1)).toBeCloseTo(Math.log(8), 1);
  });

  it('says little of a corpus of few papers', () => {
    expect(strangenessOf(1, 1, 0.01)).toBeLessThan(1);
    expect(strangenessOf(50_000, 50_000, 0.01)).toBeGreaterThan(4);
  });
});

it('lets meaning count the less the stranger the words are', () => {
  expect(meaningWeight(0)).toBe(meaningWeight(0.4));
  expect(meaningWeight(0.7)).toBeLessThan(meaningWeight(0.6));
  expect(meaningWeight(0.7)).toBeGreaterThan(0);
  expect(meaningWeight(1)).toBe(0);
});

it('takes an opposite meaning for none', () => {
  expect(fusedScore(0.5, -1, 0.4)).toBe(fusedScore(0.5, 0, 0.4));
  expect(fusedScore(1, 1, 0.4)).toBe(1);
});
