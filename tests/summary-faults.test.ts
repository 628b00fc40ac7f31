import { expect, it } from 'vitest';
import type { Span } from '../core/summary/summary';
import { summaryFaults } from './browser/summary-faults';

const ABSTRACT = 'In this paper, we fold\n maps (by hand) with small graphs, which is new.';
const at = (part: string): Span => {
  const start = ABSTRACT.indexOf(part);
  return { start, end: start + part.length };
};
const faults = (text: string, ...parts: string[]) => summaryFaults({ text, spans: parts.map(at) }, ABSTRACT);

it('has nothing to say of words of the abstract in their order', () => {
  expect(faults('We fold maps with small graphs.', 'we fold\n maps', 'with small graphs')).toEqual([]);
});

it.each([
  ['a word of its own', 'We fold big maps.', 'we fold\n maps'],
  ['another order', 'With small graphs we fold\n maps.', 'with small graphs', 'we fold\n maps'],
  ['half a word', 'We fold map.', 'we fold\n map'],
  ['words run together', 'We foldmaps.', 'we fold\n maps'],
  ['another case', 'We fold Maps.', 'we fold\n maps'],
  [
    'another mark',
    'We fold maps with small graphs; which is new.',
    'we fold\n maps',
    'with small graphs, which is new.',
  ],
  ['no end', 'We fold maps', 'we fold\n maps'],
  ['nothing of the abstract', 'We fold maps.'],
])('finds %s', (_, text, ...parts) => {
  expect(faults(text, ...parts)).not.toEqual([]);
});

it('looks at the second sentence as at the first', () => {
  const first = { text: 'We fold maps.', spans: [at('we fold\n maps')] };
  const second = (text: string) => ({ ...first, second: { text, spans: [at('with small graphs')] } });
  expect(summaryFaults(second('With small graphs.'), ABSTRACT)).toEqual([]);
  expect(summaryFaults(second('With graphs.'), ABSTRACT)).not.toEqual([]);
});

it('finds that there is none', () => {
  expect(summaryFaults(null, ABSTRACT)).not.toEqual([]);
  expect(summaryFaults({ text: 'We fold.', spans: [] }, null)).not.toEqual([]);
});
