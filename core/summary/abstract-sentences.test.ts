import { describe, expect, it } from 'vitest';
import { abstractSentences } from './abstract-sentences';

const read = (abstract: string) => abstractSentences(abstract).map(({ section, text }) => [section, text]);

const whole = (text: string) => abstractSentences(text).map((one) => one.isWhole);

describe('abstractSentences', () => {
  it.each([
    ['colons', 'Background: Maps are hard. Methods: We fold. Results: It works. Conclusions: Fold.'],
    ['capitals', 'BACKGROUND Maps are hard. METHODS We fold. RESULTS It works. CONCLUSIONS Fold.'],
    [
      'capitals and colons',
      'BACKGROUND: Maps are hard. METHODS: We fold. RESULTS: It works. CONCLUSIONS: Fold.',
    ],
    ['brackets', '[Background] Maps are hard. [Methods] We fold. [Results] It works. [Conclusions] Fold.'],
    [
      'lines of their own',
      'Background\nMaps are hard.\n\nMethods\nWe fold.\n\nResults\nIt works.\n\nConclusions\nFold.',
    ],
    ['full stops', 'Background. Maps are hard. Methods. We fold. Results. It works. Conclusions. Fold.'],
    ['dashes', 'Background — Maps are hard. Methods — We fold. Results — It works. Conclusions — Fold.'],
  ])('knows headings with %s', (_, abstract) => {
    expect(read(abstract)).toEqual([
      ['background', 'Maps are hard.'],
      ['methods', 'We fold.'],
      ['results', 'It works.'],
      ['conclusion', 'Fold.'],
    ]);
  });

  it('keeps the section until the next heading', () => {
    expect(read('Motivation: Maps are hard. They tear. Availability and implementation: Online.')).toEqual([
      ['background', 'Maps are hard.'],
      ['background', 'They tear.'],
      ['aside', 'Online.'],
    ]);
  });

  it('takes no word of a sentence for a heading', () => {
    for (const text of [
      'Results show it.',
      'Methods that fold maps fail.',
      'Background noise is loud.',
      'METHOD-X folds.',
    ]) {
      expect(read(text)).toEqual([[null, text]]);
    }
  });

  it('folds white space and knows where each letter stands', () => {
    const abstract = 'Results:  We\n  fold\tmaps.';
    const [sentence] = abstractSentences(abstract);
    expect(sentence?.text).toBe('We fold maps.');
    expect(sentence?.places.map((at) => abstract.charAt(at).replace(/\s/, ' ')).join('')).toBe(
      'We fold maps.',
    );
  });

  it('knows what was cut off', () => {
    expect(whole('We fold. We tear')).toEqual([true, false]);
    expect(whole('We fold and…')).toEqual([false]);
  });
});
