import { describe, expect, it } from 'vitest';
import { porterStem } from './porter';
import { rouge, rougeBest, rougeTokens } from './rouge';

describe('porterStem', () => {
  // Examples of Porter's paper, step by step, and words that pass several steps.
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['bled', 'bled'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['conflated', 'conflat'],
    ['sized', 'size'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['conditional', 'condit'],
    ['rational', 'ration'],
    ['vietnamization', 'vietnam'],
    ['triplicate', 'triplic'],
    ['hopefulness', 'hope'],
    ['replacement', 'replac'],
    ['adoption', 'adopt'],
    ['controlling', 'control'],
    ['rate', 'rate'],
    ['cease', 'ceas'],
    ['generalizations', 'gener'],
    ['oscillators', 'oscil'],
  ])('%s -> %s', (word, stem) => {
    expect(porterStem(word)).toBe(stem);
  });
});

describe('rouge', () => {
  it('counts as worked out by hand', () => {
    // "the cat sat on the mat" against "the cat was on a mat": 4 of 6 and 6 words (the, cat, on, mat), 1 of 5 and 5
    // pairs (the cat), longest common sequence the-cat-on-mat = 4.
    const score = rouge(rougeTokens('The cat sat on the mat.'), rougeTokens('the cat was on a mat'));
    expect(score.r1).toBeCloseTo(8 / 12);
    expect(score.r2).toBeCloseTo(2 / 10);
    expect(score.rl).toBeCloseTo(8 / 12);
  });

  it('counts a repeated word as often as the other text has it', () => {
    // Two of three "dog" meet, lengths 3 and 2.
    expect(rouge(['dog', 'dog', 'dog'], ['dog', 'dog']).r1).toBeCloseTo(4 / 5);
  });

  it('minds the order for RL only', () => {
    const score = rouge(['a', 'b', 'c'], ['c', 'b', 'a']);
    expect(score).toEqual({ r1: 1, r2: 0, rl: 1 / 3 });
  });

  it('stems words over three letters and splits at all but a to z and digits', () => {
    expect(rougeTokens('Learning self-supervised models, as GPT-3.5 was.')).toEqual([
      'learn',
      'self',
      'supervis',
      'model',
      'as',
      'gpt',
      '3',
      '5',
      'was',
    ]);
  });

  it('takes the target with the best R1, and nothing from nothing', () => {
    expect(rougeBest('red fox', ['blue fox', 'red fox'])).toEqual({ r1: 1, r2: 1, rl: 1 });
    expect(rougeBest('', ['red fox'])).toEqual({ r1: 0, r2: 0, rl: 0 });
    expect(rougeBest('red fox', [])).toEqual({ r1: 0, r2: 0, rl: 0 });
  });
});
