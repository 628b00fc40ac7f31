import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from './summarise';
import type { Excerpt } from './summary';
import { processorNow } from '../../tests/samples/processor-time';

const TITLE = 'Folding maps with small graphs';
const ABSTRACT = [
  'Maps have been folded by hand for centuries.',
  'However, this is slow and often fails.',
  'In this paper, we propose to fold maps with small graphs that know every crease (e.g. Miura folds), which needs no training.',
  'It is robust.',
  'Experiments on 3 benchmarks show gains of 4.5 points over prior work.',
  'Code is available at https://example.org/maps.',
].join(' ');

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const marked = (abstract: string, { spans }: Excerpt) =>
  spans.map(({ start, end }) => abstract.slice(start, end));

describe('summarise', () => {
  it('takes the sentence that says what the paper does, without what it can do without', () => {
    const summary = summarise(TITLE, ABSTRACT);
    expect(summary?.text).toMatch(/^We propose to fold maps with small graphs that know every crease/);
    expect(summary?.kind).toBe('parts');
    expect(summary && marked(ABSTRACT, summary)[0]).toBe(
      'we propose to fold maps with small graphs that know every crease',
    );
  });

  it('prefers a sentence that stands alone to one that leans on another', () => {
    const abstract =
      'This is folded by it with graphs of maps. We fold maps with small graphs. Here these small graphs fold maps.';
    expect(summarise(TITLE, abstract)).toMatchObject({
      text: 'We fold maps with small graphs.',
      kind: 'sentence',
    });
  });

  it('would rather say something that the title does not', () => {
    const abstract =
      'We investigate graphs for folding maps of harbours and quays. We propose Graphs for folding Maps (GraM) and discuss several ways.';
    expect(summarise('GraM: Graphs for folding Maps', abstract)?.text).toBe(
      'We investigate graphs for folding maps of harbours and quays.',
    );
  });

  it('takes an only sentence, as it stands if it is unfinished', () => {
    expect(summarise(TITLE, ' We fold maps. ')?.text).toBe('We fold maps.');
    expect(summarise(TITLE, 'In this paper, we fold maps with gra')?.text).toBe(
      'In this paper, we fold maps with gra',
    );
  });

  it('never takes a cut-off end beside whole sentences', () => {
    const cut = 'Maps are hard to fold. In this paper, we propose to fold maps with small gra';
    for (const end of ['', '…', '...'])
      expect(summarise(TITLE, cut + end)?.text).toBe('Maps are hard to fold.');
  });

  it('folds line wraps, with spans of the abstract as it is', () => {
    const abstract = 'Maps are hard.\nIn this paper, we propose\n  to fold maps.\n';
    const summary = summarise(TITLE, abstract);
    expect(summary?.text).toBe('We propose to fold maps.');
    expect(summary && marked(abstract, summary)).toEqual(['we propose\n  to fold maps.']);
  });

  it('leaves out headings, and what stands under those that say nothing of the paper', () => {
    const abstract = [
      'Motivation: Folding maps with graphs is of great interest for small cities.',
      'OBJECTIVE To compare graphs with hands.',
      'Results: Small graphs folded maps faster than hands.',
      'Availability: The maps and graphs of our paper are online.',
    ].join(' ');
    expect(summarise(TITLE, abstract)?.text).toBe('Small graphs folded maps faster than hands.');
  });

  it('takes the first sentence of a text that is not English, and says so', () => {
    const chinese = '地图折叠很难。本文提出了一种折叠地图的新方法。代码已公开。';
    expect(summarise('折叠地图', chinese)).toEqual({
      text: '地图折叠很难。',
      spans: [{ start: 0, end: 7 }],
      second: { text: '本文提出了一种折叠地图的新方法。', spans: [{ start: 7, end: 23 }] },
      kind: 'first',
    });
  });

  it('has a second sentence that says more of what the authors did, and needs no other', () => {
    const second = (...sentences: readonly string[]) =>
      summarise(TITLE, ['We propose to fold maps with small graphs.', ...sentences].join(' '))?.second
        ?.text ?? null;
    const results = 'On three harbours the folding takes half the time of skilled sailors.';
    expect(second(results)).toBe(results);
    expect(second('Small graphs fold maps, as we propose.', results)).toBe(results);
    for (const leaning of [
      'They instead fold three harbours with tides, ships, gulls and sailors.',
      'We apply them to three harbours with tides, ships, gulls and sailors.',
      'The second folds three harbours with tides, ships, gulls and sailors.',
      'When unfolded, it shows three harbours with tides, ships and sailors.',
      'We hope that harbours with tides, ships, gulls and sailors will follow.',
      'Code for harbours, tides, ships and gulls is available online.',
    ]) {
      expect(second(leaning)).toBeNull();
      expect(second(leaning, results)).toBe(results);
    }
    const before = 'Harbours with tides, ships, gulls and sailors are usually folded by hand.';
    expect(summarise(TITLE, `${before} We propose to fold maps with small graphs.`)?.second).toBeNull();
    expect(second()).toBeNull();
  });

  it('has nothing to say of nothing, of formulas and of tables', () => {
    const table = 'a 1.0 2.0 3.0. b 4.0 5.0 6.0. c 7.0 8.0 9.0.';
    const formula = '\\begin{equation} x_{1}^{2} = \\frac{a}{b} \\end{equation}. $x_1 = y_2$.';
    for (const abstract of ['', '  \n', '... !?', '\ud800', 'x'.repeat(100_000), table, formula]) {
      expect(summarise(TITLE, abstract)).toBeNull();
    }
  });

  it.each([
    ['sentences', `${ABSTRACT} `],
    ['words', 'graphs '],
    ['claims', 'we show that '],
    ['brackets', '(a) ['],
    ['headings', 'Results: Maps. '],
  ])('is bounded for 100 kB of %s', (_, piece) => {
    summarise(TITLE, ABSTRACT);
    const started = processorNow();
    summarise(piece.repeat(100), piece.repeat(100_000 / piece.length));
    // A few milliseconds when nothing else runs; what is quadratic takes many seconds.
    expect(processorNow() - started).toBeLessThan(1_000);
  });

  it('has spans in order that make up its text, whatever the abstract', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '. ',
        '? ',
        ' (',
        ') ',
        '$',
        '"',
        '\n',
        '\n\n',
        'e.g. ',
        'We propose ',
        'we show that ',
        'Results: ',
        ', which ',
        '。',
        '…',
        'small maps ',
        ' are ',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.string(), fc.array(piece, { maxLength: 40 }), (title, pieces) => {
        const abstract = pieces.join('');
        const summary = summarise(title, abstract);
        if (!summary) return;
        for (const sentence of summary.second ? [summary, summary.second] : [summary]) {
          let last = 0;
          for (const { start, end } of sentence.spans) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(abstract.length);
          expect(letters(sentence.text)).toBe(letters(marked(abstract, sentence).join('')));
        }
      }),
    );
  });
});
