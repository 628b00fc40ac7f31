import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { nearTitles } from './near-titles';

const titled = (title: string) => samplePaper({ arxiv: null, id: title, title });
const near = nearTitles(['Sparse attention', 'Attention of birds', 'Tides', ''].map(titled));
const titlesFor = (text: string, limit = 5) => near(text, limit).map(({ title }) => title);

it('finds papers by words of their titles, those first that share the rarer ones', () => {
  expect(titlesFor('We attend to birds; their attention is short.')).toEqual([
    'Attention of birds',
    'Sparse attention',
  ]);
  expect(titlesFor('Attention', 1)).toEqual(['Sparse attention']);
});

it('finds nothing for what says nothing', () => {
  for (const text of ['', 'of the', '\ud800', 'Ovens']) expect(titlesFor(text)).toEqual([]);
  expect(titlesFor('tides', 0)).toEqual([]);
  expect(nearTitles([])('tides', 3)).toEqual([]);
});
