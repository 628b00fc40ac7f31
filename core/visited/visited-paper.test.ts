import { describe, expect, it } from 'vitest';
import { NO_MENTION } from '../identity/no-mention';
import { dayOf, DAY_MS, seenAgain, visitedPaper } from './visited-paper';

const SHOWN = { ...NO_MENTION, title: 'Sparse Logs of a Harbour', abstract: 'We read logs at once.' };

describe('visitedPaper', () => {
  it('is what the page said, where it showed an abstract', () => {
    expect(visitedPaper({ ...SHOWN, arxiv: '2401.00001v2' })).toMatchObject({
      id: 'arxiv:2401.00001',
      title: SHOWN.title,
      abstract: SHOWN.abstract,
    });
    expect(visitedPaper({ ...SHOWN, abstract: null })).toBeNull();
    expect(visitedPaper({ ...SHOWN, title: '--' })).toBeNull();
  });

  it.each([
    ['https://journal.example/paper/12', 'https://journal.example/paper/12'],
    ['https://journal.example/paper?session=abc', null],
    ['https://journal.example/paper/12#comments', null],
    ['https://me@journal.example/paper/12', null],
    [`https://journal.example/${'x'.repeat(600)}`, null],
    ['javascript:alert(1)', null],
    ['https://openreview.net/forum?id=AbC-1', 'https://openreview.net/forum?id=AbC-1'],
  ])('keeps of %s as the link of the paper %s', (url, kept) => {
    expect(visitedPaper({ ...SHOWN, url, pdf: url })).toMatchObject({ url: kept, pdf: kept });
  });

  it('keeps no address where an identifier leads to the paper', () => {
    const url = 'https://arxiv.org/abs/2401.00001';
    expect(visitedPaper({ ...SHOWN, arxiv: '2401.00001', url, pdf: url })).toMatchObject({
      url: null,
      pdf: null,
    });
  });

  it('is bounded, whatever a page says', () => {
    const paper = visitedPaper({
      ...SHOWN,
      abstract: 'word '.repeat(50_000),
      authors: Array.from({ length: 5_000 }, (_, at) => `${at} ${'y'.repeat(900)}`),
    });
    expect(JSON.stringify(paper).length).toBeLessThan(10_000);
    expect(paper?.abstract).toHaveLength(4_000);
  });
});

describe('seenAgain', () => {
  const paper = (facts: object) => {
    const made = visitedPaper({ ...SHOWN, ...facts });
    if (made === null) throw new Error('no paper');
    return made;
  };

  it('is what the page says now, so that the page of the paper heals what another said', () => {
    const held = paper({ arxiv: '2401.00001', abstract: 'Buy harbours.' });
    const now = paper({ arxiv: '2401.00001' });
    expect(seenAgain(held, now)).toEqual(now);
  });

  it('keeps the whole of an abstract that is now cut off', () => {
    const now = paper({ abstract: 'We read…', venue: 'Harbours 2024' });
    expect(seenAgain(paper({}), now)).toMatchObject({ abstract: SHOWN.abstract, venue: 'Harbours 2024' });
  });

  it('gives an identifier in place of a title, and never the other way', () => {
    const [named, titled] = [paper({ doi: '10.1000/1' }), paper({})];
    expect(seenAgain(titled, named).id).toBe('doi:10.1000/1');
    expect(seenAgain(named, titled)).toBe(named);
  });
});

it('a day is of UTC, and no finer', () => {
  expect([dayOf(0), dayOf(DAY_MS - 1), dayOf(DAY_MS)]).toEqual([0, 0, 1]);
});
