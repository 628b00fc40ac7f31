import type { Chance } from '../bench/noise';

/** The same numbers for the same seed, on every machine: a linear congruential generator ("Numerical Recipes", 1992). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The items in an order of chance (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], chance: Chance): readonly Item[] {
  const order = items.map((item) => ({ item, key: chance() }));
  return order.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
