import { describe, expect, it } from 'vitest';
import { historyOf } from './history';
import { SHORT_SEEDS } from './short-form';
import { actionsOf, ACTIONS, faultOf, FAULTS } from './step';

const MANY = Array.from({ length: 100 }, (_, seed) => seed);

describe('a history', () => {
  it('is the same for the same seed, and another for the next', () => {
    expect(historyOf(7)).toEqual(historyOf(7));
    expect(new Set(MANY.map((seed) => JSON.stringify(historyOf(seed)))).size).toBe(MANY.length);
  });

  it('has some thirty steps, some faults among them, and ends with a look at everything', () => {
    const histories = MANY.map(historyOf);
    const faults = histories.map((steps) => steps.filter((step) => faultOf(step) !== null).length);
    expect(Math.min(...faults)).toBeGreaterThan(0);
    expect(faults.reduce((sum, count) => sum + count, 0) / faults.length).toBeGreaterThan(3);
    const steps = histories.reduce((sum, each) => sum + each.length, 0) / histories.length;
    expect(steps).toBeGreaterThan(20);
    expect(histories.every((each) => each.at(-1)?.kind === 'check')).toBe(true);
  });
});

describe('the seeds of `npm test`', () => {
  const steps = SHORT_SEEDS.flatMap(historyOf);

  it('have every action', () => {
    expect(new Set(steps.flatMap(actionsOf).map((action) => action.do))).toEqual(new Set(ACTIONS));
  });

  it('have every fault', () => {
    expect(new Set(steps.flatMap((step) => faultOf(step) ?? []))).toEqual(new Set(FAULTS));
  });
});
