import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { entriesByKin } from './by-kinship';
import { freshEntry } from './entry';

const entry = (id: string, addedAt: number) => freshEntry(samplePaper({ id }), addedAt, null);
const order = (ids: string, to: string, scores: Readonly<Record<string, number>>) =>
  entriesByKin(
    [...ids].map((id, at) => entry(id, at)),
    { to, scores: new Map(Object.entries(scores)) },
  )
    .map(({ paper }) => paper.id)
    .join('');

it.each([
  ['the paper itself first, then the nearest', 'abcd', 'c', { a: 0.2, b: 0.9, c: 0.1, d: 0.5 }, 'cbda'],
  ['equal ones last added first', 'abcd', 'a', { a: 1, b: 0.3, c: 0.3, d: 0.3 }, 'adcb'],
  ['those that came since at the end', 'abcd', 'a', { a: 1, c: 0 }, 'acdb'],
])('%s', (_what, ids, to, scores, expected) => expect(order(ids, to, scores)).toBe(expected));

it('does not depend on the order in which the entries come, and loses none', () => {
  const entries = Array.from({ length: 30 }, (_, at) => entry(`p${at}`, at % 4));
  const scores = new Map(entries.map(({ paper }, at) => [paper.id, (at % 5) / 5]));
  const sorted = entriesByKin(entries, { to: 'p7', scores });
  expect(new Set(sorted)).toEqual(new Set(entries));
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: 30 }), (shuffled) => {
      expect(entriesByKin(shuffled, { to: 'p7', scores })).toEqual(sorted);
    }),
  );
});
