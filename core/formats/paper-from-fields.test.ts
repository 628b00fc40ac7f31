import { describe, expect, it } from 'vitest';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';
import type { RecordFields } from './paper-from-fields';

const paperOf = (fields: Partial<RecordFields>) => {
  const paper = paperFromFields({ ...NO_FIELDS, title: 'Naming Birds', ...fields });
  if (typeof paper === 'string') throw new Error(paper);
  return paper;
};

describe('paperFromFields', () => {
  it.each([null, '', ' \n', '{}', '\u200B'])('takes a record with the title %j for none', (title) => {
    // An identifier does not stand in for a title here: the record would match nothing on a page.
    expect(paperFromFields({ ...NO_FIELDS, title, doi: '10.1234/x' })).toBe('no-title');
  });

  it('takes a title of signs for one only beside an identifier', () => {
    expect(paperFromFields({ ...NO_FIELDS, title: '?!' })).toBe('no-title');
    expect(paperOf({ title: '?!', doi: '10.1234/x' }).title).toBe('?!');
  });

  it.each([
    ['2020-05-01', 2020],
    ['05/2020', 2020],
    ['May 4, 2020', 2020],
    ['2020///', 2020],
    ['[1998] c1999', 1998],
    ['20', null],
    ['12020', null],
    [null, null],
  ])('reads the year of %j', (date, year) => {
    expect(paperOf({ date }).year).toBe(year);
  });

  it('sorts addresses into page and PDF and finds the identifiers in them', () => {
    expect(
      paperOf({
        urls: ['https://birds.example/a.pdf', 'https://dl.acm.org/doi/10.1145/3292500?x=1&amp;y=2'],
      }),
    ).toMatchObject({
      doi: '10.1145/3292500',
      url: 'https://dl.acm.org/doi/10.1145/3292500?x=1&y=2',
      pdf: 'https://birds.example/a.pdf',
    });
    expect(paperOf({ urls: ['javascript:alert(1)', 'file:///x.pdf'], code: 'javascript:0' })).toMatchObject({
      url: null,
      pdf: null,
      code: null,
    });
  });

  it('takes the stated identifier before one in an address or a venue', () => {
    const venue = 'arXiv preprint arXiv:2110.06014';
    expect(paperOf({ venue, arxiv: '2205.06014' }).arxiv).toBe('2205.06014');
    expect(paperOf({ venue, urls: ['https://arxiv.org/abs/2205.06014'] }).arxiv).toBe('2205.06014');
    expect(paperOf({ venue }).arxiv).toBe('2110.06014');
  });

  it('takes mark-up out of abstracts, and nothing else between angle brackets', () => {
    const abstract = '<jats:p>Birds &lt; 5 g <i>and</i> the <mask> token</jats:p>';
    expect(paperOf({ abstract }).abstract).toBe('Birds < 5 g and the <mask> token');
  });

  it('bounds what hostile records have', () => {
    const long = 'x'.repeat(1_000_000);
    const paper = paperOf({
      title: long,
      abstract: `<${long}`,
      authors: Array.from({ length: 5_000 }, () => `${long}, ${long}`),
      venue: long,
      date: long,
      doi: long,
      arxiv: long,
      urls: Array.from({ length: 1_000 }, () => `https://${long}`),
      code: long,
    });
    expect(JSON.stringify(paper).length).toBeLessThan(70_000);
  });
});
