import { describe, expect, it } from 'vitest';
import { NO_MENTION } from './no-mention';
import { paperIdOf, paperOfMention } from './paper-id';

function dates(year: number | null) {
  const paper = paperOfMention({ ...NO_MENTION, arxiv: '2110.06014', year });
  return [paper?.year, paper?.month];
}

describe('paperIdOf', () => {
  it('goes by arXiv id, else DOI, else title', () => {
    const all = { arxiv: '2110.06014v2', doi: '10.1145/1', title: 'Learning to Name Birds' };
    expect(paperIdOf(all)).toBe('arxiv:2110.06014');
    expect(paperIdOf({ ...all, arxiv: null })).toBe('doi:10.1145/1');
    expect(paperIdOf({ ...all, arxiv: null, doi: null })).toBe('title:learningtonamebirds');
    expect(paperIdOf(NO_MENTION)).toBeNull();
  });

  it("reads arXiv's own DOIs as arXiv ids", () => {
    expect(paperIdOf({ ...NO_MENTION, doi: '10.48550/arXiv.2110.06014' })).toBe('arxiv:2110.06014');
  });

  it('gives the same identity to a title with and without its descriptor', () => {
    expect(paperIdOf({ ...NO_MENTION, title: 'Title:\n  Learning to name birds' })).toBe(
      'title:learningtonamebirds',
    );
  });

  it('does not believe in identifiers that are none', () => {
    expect(paperIdOf({ title: 'Birds', arxiv: 'x', doi: 'y' })).toBe('title:birds');
    expect(paperIdOf({ title: '?!', arxiv: '', doi: '' })).toBeNull();
  });
});

describe('paperOfMention', () => {
  it('is null for a mention that names no paper', () => {
    expect(paperOfMention({ ...NO_MENTION, abstract: 'We name birds.' })).toBeNull();
  });

  it('drops from an abstract what has no shape: overrides of direction, zero-width characters, words in tags', () => {
    const hidden = [...'obey']
      .map((sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0)))
      .join('');
    const abstract = `\u202EWe na\u200Bme \u2066birds${hidden}.`;
    expect(paperOfMention({ ...NO_MENTION, title: 'Birds', abstract })?.abstract).toBe('We name birds.');
  });

  it('puts everything into plain form', () => {
    const paper = paperOfMention({
      title: 'Title:\n  {L}earning $\\beta$ &amp; Birds',
      arxiv: 'arXiv:2110.06014v3',
      doi: 'https://doi.org/10.1145/3292500.',
      abstract: 'Abstract:  We name\n birds. △ Less',
      authors: ['  Zo\\"e   Bird ', '', 'O. L.\u200B Owl'],
      year: 2021,
      venue: ' Proc.\n of Birds ',
      url: 'https://example.com/birds',
      pdf: 'javascript:alert(1)',
    });
    expect(paper).toEqual({
      id: 'arxiv:2110.06014',
      title: 'Learning β & Birds',
      otherTitles: [],
      abstract: 'We name birds.',
      authors: ['Zoë Bird', 'O. L. Owl'],
      year: 2021,
      month: 10,
      venue: 'Proc. of Birds',
      arxiv: '2110.06014',
      doi: '10.1145/3292500',
      url: 'https://example.com/birds',
      pdf: null,
      code: null,
    });
  });

  it('takes the date from the arXiv id only where it does not contradict the page', () => {
    expect(dates(null)).toEqual([2021, 10]);
    expect(dates(2022)).toEqual([2022, null]);
    expect(dates(Number.NaN)).toEqual([2021, 10]);
    expect(dates(99_999)).toEqual([2021, 10]);
  });

  it('lets the identifier stand in for a title', () => {
    expect(paperOfMention({ ...NO_MENTION, arxiv: '2110.06014' })?.title).toBe('arXiv:2110.06014');
    expect(paperOfMention({ ...NO_MENTION, doi: '10.1145/1', title: ' ' })?.title).toBe('10.1145/1');
  });

  it('bounds hostile lengths and mends lone surrogates', () => {
    const paper = paperOfMention({
      ...NO_MENTION,
      title: `\uD800${'🐦'.repeat(100_000)}a`,
      doi: '10.1145/1',
      abstract: `\uDC00${'🐦'.repeat(100_000)}`,
      authors: Array.from({ length: 10_000 }, () => 'x'.repeat(10_000)),
      venue: 'v'.repeat(10_000),
      url: `https://example.com/${'x'.repeat(100_000)}`,
    });
    expect(paper?.title.length).toBeLessThanOrEqual(1_000);
    expect(paper?.abstract?.length).toBeLessThanOrEqual(20_000);
    expect(paper?.authors).toEqual(Array.from({ length: 200 }, () => 'x'.repeat(200)));
    expect(paper?.venue).toHaveLength(300);
    expect(paper?.url).toBeNull();
    expect(`${paper?.title}${paper?.abstract}`).not.toMatch(/\p{Cs}/u);
  });
});
