import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { sameness, type Sameness } from './same-version';
import { areByOthers } from './version-evidence';

const ABSTRACT = `Ship pilots keep logs of every harbour they enter, and nobody reads them. We collect forty years of such logs from nine harbours and
  ask what they say about the silting of the entrance. A small model that is told nothing of tides finds the seasons by itself, and names the years
  in which the entrance was dredged within a month of what the records of the port say.`;

const PREPRINT = samplePaper({
  title: 'What Pilots Write: Forty Years of Harbour Logs',
  arxiv: '1901.00001',
  authors: ['Ada Quay', 'Ben Mole', 'Cy Jetty'],
  year: 2019,
  abstract: ABSTRACT,
});
const NO_IDS = { arxiv: null, doi: null } as const;

/** How two records of one paper, or of two, are told. Each case is of a kind that reading lists have. */
const CASES: readonly (readonly [string, Partial<Paper>, Partial<Paper>, Sameness])[] = [
  ['a preprint and its publication', {}, { arxiv: null, doi: '10.1234/q', year: 2020 }, 'sure'],
  [
    'a preprint and a page with the first two authors alone',
    {},
    { arxiv: null, doi: '10.1234/q', authors: ['A. Quay', 'B. Mole'] },
    'sure',
  ],
  ['two versions of a preprint', {}, { title: 'What Pilots Wrote', authors: ['Ada Quay'] }, 'sure'],
  [
    'a DOI and the same with a version',
    { ...NO_IDS, doi: '10.1234/q.v1' },
    { ...NO_IDS, doi: '10.1234/q.v2', title: 'Another' },
    'sure',
  ],
  [
    'a preprint renamed, where a corpus knows both titles',
    {},
    { arxiv: null, doi: '10.1234/q', title: 'Logs of Pilots Tell of Silt', otherTitles: [PREPRINT.title] },
    'sure',
  ],
  [
    'a preprint renamed with most of its abstract',
    {},
    {
      arxiv: null,
      doi: '10.1234/q',
      title: 'Logs of Pilots Tell of Silt',
      abstract: ABSTRACT.replace('nobody reads them', 'few people have ever read any of them'),
    },
    'perhaps',
  ],
  [
    'the next paper of the same people',
    {},
    {
      arxiv: null,
      doi: '10.1234/q',
      title: 'Logs of Pilots Tell of Silt',
      abstract: ABSTRACT.split(' ').toReversed().join(' '),
    },
    'no',
  ],
  [
    'a paper that was anonymous under review, and is named now',
    { ...NO_IDS, url: 'https://openreview.net/forum?id=aaaaaaaaaa', authors: ['Anonymous Authors'] },
    {},
    'perhaps',
  ],
  [
    'the same page of a library, anonymous then named',
    { ...NO_IDS, url: 'https://openreview.net/forum?id=aaaaaaaaaa', authors: ['Anonymous'] },
    { ...NO_IDS, url: 'https://openreview.net/pdf?id=aaaaaaaaaa', title: 'What Pilots Wrote' },
    'sure',
  ],
  [
    'one title by other people',
    { ...NO_IDS, doi: '10.1234/a' },
    { ...NO_IDS, doi: '10.1234/b', authors: ['Di Gull', 'Eva Tern'] },
    'no',
  ],
  [
    'a paper of a workshop and one of a journal, by the same people',
    { ...NO_IDS, doi: '10.1234/workshop' },
    { ...NO_IDS, doi: '10.1234/journal', year: 2021 },
    'perhaps',
  ],
  [
    'a paper and what extends it',
    { arxiv: null, doi: '10.1234/q' },
    { title: `${PREPRINT.title} (extended version)`, year: 2020 },
    'perhaps',
  ],
  [
    'a paper and one whose subtitle is left out',
    {},
    { arxiv: null, doi: '10.1234/q', title: 'What Pilots Write', year: 2020 },
    'perhaps',
  ],
  [
    'a title with an error',
    {},
    { arxiv: null, doi: '10.1/q', title: 'What Pilots Write: Forty Years of Habour Logs' },
    'perhaps',
  ],
  [
    'the parts of one work',
    { ...NO_IDS, doi: '10.1/a', title: 'Harbour logs as they are written, part I', abstract: null },
    { ...NO_IDS, doi: '10.1/b', title: 'Harbour logs as they are written, part II', abstract: null },
    'no',
  ],
  [
    'a yearly report of one author',
    { ...NO_IDS, doi: '10.1/a', authors: ['Ada Quay'] },
    { ...NO_IDS, authors: ['Ada Quay'], year: 2020 },
    'perhaps',
  ],
  [
    'one title and first author, ten years later',
    { ...NO_IDS },
    { ...NO_IDS, doi: '10.1/a', year: 2029 },
    'perhaps',
  ],
  ['one title, and no authors known', { ...NO_IDS, authors: [] }, {}, 'perhaps'],
  [
    'a near title, and no authors known',
    { ...NO_IDS, authors: [], title: PREPRINT.title.replace('Harbour', 'Habour') },
    {},
    'no',
  ],
  ['two preprints of one title', {}, { arxiv: '2002.00002' }, 'no'],
  [
    'what stands in every volume',
    { ...NO_IDS, doi: '10.1/a', title: 'Guest Editorial' },
    { ...NO_IDS, title: 'Guest editorial' },
    'no',
  ],
];

describe('sameness', () => {
  it.each(CASES)('of %s', (_what, a, b, expected) => {
    const [one, other] = [
      { ...PREPRINT, ...a },
      { ...PREPRINT, ...b },
    ];
    expect([sameness(one, other), sameness(other, one)]).toEqual([expected, expected]);
  });
});

const by = (...authors: string[]) => ({ authors });

it('tells papers by other people, where both say by whom they are', () => {
  expect(areByOthers(by('Ada Quay'), by('Cy Jetty'))).toBe(true);
  expect(areByOthers(by('Ada Quay'), by('Quay, A.', 'Cy Jetty'))).toBe(false);
  expect(areByOthers(by(), by('Cy Jetty'))).toBe(false);
  expect(areByOthers(by('Anonymous'), by('Cy Jetty'))).toBe(false);
});
