import { describe, expect, it } from 'vitest';
import en from '../locales/en.json';
import { authorPhrase, shortenAuthors, venueAndYear } from './byline';
import { translateFrom } from './messages';

const names = (count: number) => Array.from({ length: count }, (_, index) => `A${index + 1}`);

describe('shortenAuthors', () => {
  it('shows up to three in full', () => {
    expect(shortenAuthors(names(3))).toEqual({ shown: ['A1', 'A2', 'A3'], more: 0 });
  });

  it('never hides just one', () => {
    for (let count = 0; count < 20; count += 1) expect(shortenAuthors(names(count)).more).not.toBe(1);
  });

  it('counts everyone, shown or not', () => {
    expect(shortenAuthors(names(200))).toEqual({ shown: ['A1', 'A2'], more: 198 });
  });

  it('passes over blank names and bounds long ones', () => {
    expect(shortenAuthors(['', '  ', 'Ada']).shown).toEqual(['Ada']);
    expect(shortenAuthors(['y'.repeat(10_000)]).shown[0]?.length).toBeLessThan(100);
  });
});

describe('authorPhrase', () => {
  const t = translateFrom(en);

  it('names and counts', () => {
    expect(authorPhrase(t, names(8))).toBe('A1, A2 and 6 more');
    expect(authorPhrase(t, names(2))).toBe('A1, A2');
    expect(authorPhrase(t, [])).toBe('');
  });

  it('keeps a dollar sign of a name out of the substitutions', () => {
    expect(authorPhrase(t, ['$2 Author', 'B', 'C', 'D'])).toBe('$2 Author, B and 2 more');
  });
});

describe('venueAndYear', () => {
  it('does not say the year twice', () => {
    expect(venueAndYear({ venue: 'NeurIPS 2020', year: 2020 })).toEqual(['NeurIPS 2020']);
    expect(venueAndYear({ venue: 'Nature', year: 2021 })).toEqual(['Nature', '2021']);
    expect(venueAndYear({ venue: null, year: 2021 })).toEqual(['2021']);
    expect(venueAndYear({ venue: null, year: null })).toEqual([]);
  });
});
