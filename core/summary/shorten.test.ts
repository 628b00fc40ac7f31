import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBalanced } from './balance';
import { formsOf } from './shorten';

const texts = (sentence: string, title = 'Folding maps') => formsOf(sentence, title).map((form) => form.text);
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const shortest = (sentence: string) => texts(sentence).toSorted((a, b) => a.length - b.length)[0];

describe('where a sentence begins', () => {
  it.each([
    ['In this paper, we propose to fold maps with graphs.', 'We propose to fold maps with graphs.'],
    ['However, in this work we fold maps with small graphs.', 'We fold maps with small graphs.'],
    ['To this end, we fold maps with small graphs.', 'We fold maps with small graphs.'],
    ['To alleviate this problem, we fold maps with small graphs.', 'We fold maps with small graphs.'],
    ['Motivated by these findings, we fold maps with graphs.', 'We fold maps with graphs.'],
    ['We also propose to fold maps with graphs.', 'We propose to fold maps with graphs.'],
    ['We first show how graphs fold maps.', 'We show how graphs fold maps.'],
    ['We first fold maps and then dry them.', 'We first fold maps and then dry them.'],
    ['Here, the maps of large cities are folded by hand.', 'The maps of large cities are folded by hand.'],
  ])('%s', (sentence, begins) => {
    expect(texts(sentence)[0]).toBe(begins);
  });

  it('drops "we show that" before a whole clause, and a purpose', () => {
    expect(texts('We show that small graphs fold maps well.')).toContain('Small graphs fold maps well.');
    expect(texts('Experiments on ten cities show that graphs fold maps well.')).toContain(
      'Graphs fold maps well.',
    );
    expect(texts('To save time, we fold maps with small graphs.')).toContain(
      'We fold maps with small graphs.',
    );
  });

  it('keeps what makes a claim weaker, a condition, and a claim that leans on another sentence', () => {
    expect(texts('We argue that small graphs fold maps well.')).toEqual([
      'We argue that small graphs fold maps well.',
    ]);
    expect(texts('Results suggest that graphs fold maps well.')).toEqual([
      'Results suggest that graphs fold maps well.',
    ]);
    expect(texts('If maps are large, we fold them by hand twice.')).toEqual([
      'If maps are large, we fold them by hand twice.',
    ]);
    expect(texts('We show that they fold maps well.')).toEqual(['We show that they fold maps well.']);
  });
});

describe('where a sentence ends', () => {
  it.each([
    ['We propose a folder of large maps, which needs no training.', 'We propose a folder of large maps.'],
    [
      'We fold maps with very small graphs, achieving 4.5 points more.',
      'We fold maps with very small graphs.',
    ],
    [
      'We fold maps with very small graphs and show that this saves time.',
      'We fold maps with very small graphs.',
    ],
    [
      'We present a folder for large city maps that halves the time.',
      'We present a folder for large city maps.',
    ],
    ['Small graphs can fold large maps well; hands cannot.', 'Small graphs can fold large maps well.'],
  ])('%s', (sentence, form) => {
    expect(shortest(sentence)).toBe(form);
  });

  it.each([
    ['a contrast', 'We fold maps with very small graphs, but not in the rain.'],
    ['a condition', 'Small graphs can fold large maps well, if they are dry.'],
    ['an exception', 'Small graphs can fold large maps well, except in the rain.'],
    ['a subject alone', 'Our folder of large city maps, which needs no training, wins.'],
    ['a list', 'We aim to design, implement and test folders.'],
    ['half of a pair', 'We fold both maps in the rain, using graphs, and plans in the sun.'],
    ['an enumeration', 'We show three things: (i) maps are large; (ii) graphs are small.'],
  ])('never drops or cuts %s', (_, sentence) => {
    expect(texts(sentence).filter((text) => text.length < sentence.length - 12)).toEqual([]);
  });

  it('keeps "and that" with its claim', () => {
    const sentence = 'We show that small graphs can fold large maps and that hands tear them.';
    expect(texts(sentence)).toEqual([sentence, 'Small graphs can fold large maps.']);
  });
});

describe('what is left out inside', () => {
  it.each([
    ['We fold maps (Kim et al., 2019) with small graphs [3, 7].', 'We fold maps with small graphs.'],
    ['We fold maps (e.g. of Rome) with small graphs.', 'We fold maps with small graphs.'],
    ['We fold maps with small graph networks (SGNs).', 'We fold maps with small graph networks.'],
    ['Small graphs, however, fold maps of all cities.', 'Small graphs fold maps of all cities.'],
    ['We fold city maps with small graphs in this paper.', 'We fold city maps with small graphs.'],
  ])('%s', (sentence, form) => {
    expect(texts(sentence)).toContain(form);
  });

  it('leaves a year where two full stops would meet', () => {
    expect(texts('We fold maps as in Kim et al. (2019).')).toEqual(['We fold maps as in Kim et al. (2019).']);
  });

  it('keeps numbers, numbers of lists, and a name that the title or the sentence goes on to use', () => {
    expect(texts('We fold maps faster (4.5 times) with graphs.')).toContain(
      'We fold maps faster (4.5 times) with graphs.',
    );
    expect(texts('We (i) fold maps and (ii) keep them dry.')).toEqual([
      'We (i) fold maps and (ii) keep them dry.',
    ]);
    expect(texts('We propose small graphs (SG) for maps.', 'SG: Small Graphs')).toContain(
      'We propose small graphs (SG) for maps.',
    );
    expect(texts('We propose small graphs (SG) and test SG on maps.')).toContain(
      'We propose small graphs (SG) and test SG on maps.',
    );
  });
});

describe('any text', () => {
  it('gives forms whose pieces lie in order inside the sentence and make up the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'we show that ',
        'In this paper, ',
        ', which ',
        ' and we ',
        '(a, 2019) ',
        'maps ',
        'graphs ',
        ' are ',
        ', ',
        '; ',
        ' that ',
        ' using ',
        '$x$ ',
        '“',
        '(',
        '. ',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const sentence = pieces.join('').replace(/\s+/g, ' ').trim();
        for (const form of formsOf(sentence, 'Maps')) {
          let last = 0;
          for (const { start, end } of form.pieces) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(sentence.length);
          expect(!form.isCut || isBalanced(sentence.slice(form.pieces[0]?.start, last))).toBe(true);
          expect(letters(form.text)).toBe(
            letters(form.pieces.map(({ start, end }) => sentence.slice(start, end)).join('')),
          );
        }
      }),
    );
  });

  it('gives few forms of long and hostile sentences', () => {
    for (const part of [
      'we show that ',
      ', which',
      '(',
      ' and we ',
      'to this, ',
      'a ',
      ', using ',
      '; we fold them',
    ])
      // Three openings with seven endings each.
      expect(formsOf(`We show that we fold maps ${part.repeat(200)}`, 'Maps').length).toBeLessThanOrEqual(21);
  });
});
