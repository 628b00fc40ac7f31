import { expect, it } from 'vitest';
import { bagOf } from './bag';
import { wordCosines } from './word-cosines';

const bag = (...words: number[]) => bagOf(Int32Array.from(words));

it('is 1 for the same words, 0 for none in common, and by rarity between', () => {
  const rarities = Float64Array.of(1, 1, 3);
  const cosines = wordCosines([bag(0, 1), bag(2)], [bag(1, 0), bag(0, 2)], rarities);
  expect([...cosines].map((one) => Number(one.toFixed(4)))).toEqual([
    1,
    Number((1 / Math.sqrt(2 * 10)).toFixed(4)),
    0,
    Number((9 / (3 * Math.sqrt(10))).toFixed(4)),
  ]);
});

it('counts a word that is there again less than twice', () => {
  const [one, again] = wordCosines([bag(0, 1)], [bag(0, 1), bag(0, 0, 1)], Float64Array.of(1, 1));
  expect(one).toBeCloseTo(1);
  const more = 1 + Math.log(2);
  expect(again).toBeCloseTo((more + 1) / Math.sqrt(2 * (more * more + 1)));
});
