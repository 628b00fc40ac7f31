import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { joinTellings } from './told-paper';

const preprint = samplePaper({ arxiv: '2101.00001', year: 2020, venue: null, doi: null, authors: [] });
const published = samplePaper({
  arxiv: null,
  doi: '10.1234/x',
  year: 2021,
  venue: 'Sea 2021',
  title: 'Another',
});
const third = samplePaper({ arxiv: null, venue: 'Tide 2022', code: 'https://example.org/code' });

it('believes the first where corpora differ, fills what it lacks from the next, and says who told what', () => {
  const { paper, sources } = joinTellings({ corpus: 'One', paper: preprint }, [
    { corpus: 'Two', paper: published },
    { corpus: 'Three', paper: third },
  ]);
  expect(paper).toEqual({
    ...preprint,
    authors: published.authors,
    venue: 'Sea 2021',
    doi: '10.1234/x',
    code: 'https://example.org/code',
  });
  expect(sources).toEqual([
    { corpus: 'One', facts: ['title', 'abstract', 'year', 'month', 'arxiv'], others: {} },
    { corpus: 'Two', facts: ['authors', 'venue', 'doi'], others: { title: 'Another', year: 2021 } },
    { corpus: 'Three', facts: ['code'], others: { year: 2024, venue: 'Tide 2022' } },
  ]);
});

it('takes two spellings of one fact for one', () => {
  const spelt = samplePaper({ ...preprint, title: preprint.title.toUpperCase(), arxiv: preprint.arxiv });
  const { sources } = joinTellings({ corpus: 'One', paper: preprint }, [{ corpus: 'Two', paper: spelt }]);
  expect(sources.map(({ corpus }) => corpus)).toEqual(['One']);
});

it('leaves out a corpus that tells nothing new', () => {
  const { sources } = joinTellings({ corpus: 'One', paper: preprint }, [{ corpus: 'Two', paper: preprint }]);
  expect(sources.map(({ corpus }) => corpus)).toEqual(['One']);
});
