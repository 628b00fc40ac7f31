import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '../text/sentences';
import { summarise } from './summarise';

const TITLE = 'Folding maps with small graphs';
const PROPOSAL =
  'In this paper, we propose to fold maps with small graphs that know every crease (e.g. Miura folds).';
const ABSTRACT = [
  'Maps have been folded by hand for centuries.',
  'However, this is slow and often fails.',
  PROPOSAL,
  'It needs no training.',
  'Experiments on 3 benchmarks show gains of 4.5 points over prior work.',
  'Code is available at https://example.org/maps.',
].join(' ');

describe('summarise', () => {
  it('takes the sentence that says what the paper does', () => {
    const summary = summarise(TITLE, ABSTRACT);
    const start = ABSTRACT.indexOf(PROPOSAL);
    expect(summary).toEqual({ text: PROPOSAL, spans: [{ start, end: start + PROPOSAL.length }] });
  });

  it('prefers a sentence that stands alone to one that leans on another', () => {
    const abstract =
      'This is folded by it with graphs of maps. We fold maps with small graphs. Here these small graphs fold maps.';
    expect(summarise(TITLE, abstract)?.text).toBe('We fold maps with small graphs.');
  });

  it('takes an only sentence as it is, even unfinished', () => {
    expect(summarise(TITLE, ' We fold maps. ')?.text).toBe('We fold maps.');
    expect(summarise(TITLE, 'We fold maps')?.text).toBe('We fold maps');
  });

  it('never takes a cut-off end beside whole sentences', () => {
    const cut = 'Maps are hard. In this paper, we propose to fold maps with small gra';
    expect(summarise(TITLE, cut)?.text).toBe('Maps are hard.');
    expect(summarise(TITLE, `${cut}…`)?.text).toBe('Maps are hard.');
    expect(summarise(TITLE, `${cut}...`)?.text).toBe('Maps are hard.');
  });

  it('folds line wraps, with spans of the abstract as it is', () => {
    const abstract = 'Maps are hard.\nIn this paper, we propose\n  to fold maps.\n';
    const summary = summarise(TITLE, abstract);
    expect(summary?.text).toBe('In this paper, we propose to fold maps.');
    expect(summary?.spans).toEqual([{ start: 15, end: abstract.length - 1 }]);
  });

  it('leaves out the heading of a structured abstract', () => {
    const abstract = 'Motivation: Maps are hard. Results: We present small graphs that fold maps.';
    expect(summarise(TITLE, abstract)?.text).toBe('We present small graphs that fold maps.');
  });

  it('reads Chinese', () => {
    const abstract = '地图折叠很难。本文提出了一种折叠地图的新方法。代码已公开。';
    expect(summarise('折叠地图', abstract)?.text).toBe('本文提出了一种折叠地图的新方法。');
  });

  it('has nothing to say of nothing', () => {
    for (const abstract of ['', '  \n', '... !?', '\ud800', 'x'.repeat(100_000)]) {
      expect(summarise(TITLE, abstract)).toBeNull();
    }
  });

  it('bears long texts', () => {
    const started = performance.now();
    expect(summarise('graphs '.repeat(20_000), `${ABSTRACT} `.repeat(200))?.text).toBe(PROPOSAL);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is always one whole sentence of the abstract', () => {
    const piece = fc.oneof(
      fc.constantFrom('. ', '? ', ' (', ') ', '$', '"', '\n', '\n\n', 'e.g. ', 'We propose ', '。', '…'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.string(), fc.array(piece, { maxLength: 40 }), (title, pieces) => {
        const abstract = pieces.join('');
        const summary = summarise(title, abstract);
        if (!summary) return;
        const [span] = summary.spans;
        expect(summary.spans).toHaveLength(1);
        expect(abstract.slice(span?.start, span?.end).replace(/\s+/g, ' ')).toBe(summary.text);
        const sentences = sentenceSpans(abstract);
        const whole = sentences.find(({ end }) => end === span?.end);
        expect(whole).toBeDefined();
        expect(/[.!?。！？｡．]\P{L}*$/u.test(summary.text) || sentences.length === 1).toBe(true);
      }),
    );
  });
});
