import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { freshEntry, type ReadingListEntry } from './entry';
import { perhapsSame, type Suggestion } from './perhaps-same';
import { mergedEntries } from './versions';

let time = 0;
const entry = (id: string, facts: Partial<Paper>): ReadingListEntry =>
  freshEntry(samplePaper({ id, arxiv: null, abstract: null, ...facts }), (time += 1), null);
function lookThrough(entries: readonly ReadingListEntry[]): readonly Suggestion[] {
  const search = perhapsSame(entries);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}
const found = (...entries: ReadingListEntry[]) =>
  lookThrough(entries).map((pair) => pair.map(({ paper }) => paper.id));

const A = entry('a', { doi: '10.1/a', title: 'What Pilots Write in Forty Years of Harbour Logs' });
const B = entry('b', { doi: '10.1/b', title: 'What Pilots Write in Forty Years of Harbour Logs' });
const OTHER = entry('c', { doi: '10.1/c', title: 'Counting Sea Birds From Kites' });

describe('perhapsSame', () => {
  it.each([
    ['one title', B],
    ['an error at the end', entry('n', { doi: '10.1/n', title: `${A.paper.title.slice(0, -4)}lgos` })],
    ['an error at the start', entry('n', { doi: '10.1/n', title: A.paper.title.replace('What', 'Waht') })],
    [
      'the words in another order',
      entry('n', { doi: '10.1/n', title: 'In Harbour Logs of Forty Years: What Pilots Write' }),
    ],
    ['a subtitle', entry('n', { doi: '10.1/n', title: `${A.paper.title}: The Case of Silt` })],
  ])('finds two entries that have %s, the first of them first', (_what, other) => {
    expect(found(other, OTHER, A)).toEqual([['a', other.paper.id]]);
  });

  it('asks no more once the reader has told them apart, from either side', () => {
    expect(found({ ...A, apart: ['b'] }, B)).toEqual([]);
    expect(found(A, { ...B, apart: ['a'] })).toEqual([]);
    const led = mergedEntries(OTHER, B);
    expect(found({ ...A, apart: ['b'] }, led)).toEqual([]);
  });

  it('finds what another version of an entry may be', () => {
    expect(found(A, mergedEntries(OTHER, B))).toEqual([['a', 'c']]);
    expect(found(mergedEntries(A, B))).toEqual([]);
  });

  it('takes steps in proportion to the list', () => {
    const stepsFor = (count: number) => {
      const search = perhapsSame(
        Array.from({ length: count }, (_, at) =>
          entry(`m${at}`, {
            doi: `10.1/m${at}`,
            title: `Harbour logs of the year ${at} read by pilots of ${at * 7}`,
          }),
        ),
      );
      let steps = 0;
      while (!search.next().done) steps += 1;
      return steps;
    };
    // All have the beginning of their titles in common: the square would be sixteen times as many.
    expect(stepsFor(800)).toBeLessThan(5 * stepsFor(200));
  });
});
