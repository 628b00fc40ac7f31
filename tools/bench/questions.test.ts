import { describe, expect, it } from 'vitest';
import { titleKey } from '../../core/text/title-key';
import { MadePapers, readPaperSource } from './made-papers';
import { NOISE_KINDS, NOISES } from './noise';
import { noisyTitles, pageTitles, searchQueries, textWithTitles } from './questions';

const COUNT = 5_000;
const papers = new MadePapers(readPaperSource(null, null));
const known = new Set(Array.from({ length: COUNT }, (_, ordinal) => titleKey(papers.at(ordinal).title)));

describe('noise', () => {
  const title = 'Efficient Fine-Tuning: An Affine View of Waffles and Their Reflections in Files';
  it.each([
    ['exact', title],
    ['upper case', 'EFFICIENT FINE-TUNING: AN AFFINE VIEW OF WAFFLES AND THEIR REFLECTIONS IN FILES'],
    ['punctuation lost', 'Efficient FineTuning An Affine View of Waffles and Their Reflections in Files'],
    ['truncated', 'Efficient Fine-Tuning: An Affine View of Waffles and Th…'],
    ['a letter lost', 'Efficient Fine-Tuning: An Affine View o Waffles and Their Reflections in Files'],
    ['numbered', '50. Efficient Fine-Tuning: An Affine View of Waffles and Their Reflections in Files'],
    ['ligatures', 'Eﬃcient Fine-Tuning: An Aﬃne View of Waﬄes and Their Reﬂections in Files'],
  ] as const)('%s', (kind, expected) => expect(NOISES[kind](title, () => 0.5)).toBe(expected));
});

describe('questions', () => {
  it('are noisy titles of papers that are there, the kinds in turn, the same in every run', () => {
    const noisy = noisyTitles(papers, COUNT, 30);
    expect(noisy).toEqual(noisyTitles(papers, COUNT, 30));
    expect(noisy.slice(0, 7).map(({ kind }) => kind)).toEqual(NOISE_KINDS);
    expect(noisy).toHaveLength(210);
    expect(noisy.every(({ title }) => known.has(titleKey(title)))).toBe(true);
  });

  it('leave no doubt which title was cut off', () => {
    const alike = new MadePapers({
      titles: ['spring', 'autumn'].map(
        (season) => `Counting gulls in the harbours of the northern seas in ${season}`,
      ),
      abstracts: [],
    });
    expect(() => noisyTitles(alike, 2, 1)).toThrow('too many titles begin alike');
    const cut = noisyTitles(papers, COUNT, 30).filter(({ kind }) => kind === 'truncated');
    const titles = [...new Set(Array.from({ length: COUNT }, (_, ordinal) => papers.titleAt(ordinal)))];
    for (const { asked } of cut) {
      expect(
        titles.filter((title) => title.toLowerCase().startsWith(asked.slice(0, -1).toLowerCase())),
      ).toHaveLength(1);
    }
  });

  it('are pages of known titles, of unknown ones, and others for another number', () => {
    expect(pageTitles(papers, COUNT, 'known', 0, 100).every((title) => known.has(titleKey(title)))).toBe(
      true,
    );
    expect(pageTitles(papers, COUNT, 'unknown', 0, 100).some((title) => known.has(titleKey(title)))).toBe(
      false,
    );
    expect(pageTitles(papers, COUNT, 'known', 1, 100)).not.toEqual(
      pageTitles(papers, COUNT, 'known', 0, 100),
    );
  });

  it('are a text with known titles at even distances', () => {
    const { text, titles } = textWithTitles(papers, COUNT, 100_000);
    expect(text.length).toBeGreaterThanOrEqual(100_000);
    expect(text.length).toBeLessThan(105_000);
    expect(titles).toHaveLength(19);
    expect(titles.every((title) => text.includes(title))).toBe(true);
  });

  it('are queries of one to three words', () => {
    const queries = searchQueries(papers, COUNT, 100);
    expect(queries.every((query) => /^\p{L}+( \p{L}+){0,2}$/u.test(query))).toBe(true);
  });
});
