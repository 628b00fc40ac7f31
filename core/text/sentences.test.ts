import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENTENCE_TEXT_MAX, sentenceSpans } from './sentences';
import { processorNow } from '../../tests/samples/processor-time';

const split = (text: string) => sentenceSpans(text).map(({ start, end }) => text.slice(start, end));

const letters = (one: string) => one.match(/[\p{L}\p{N}]/gu) ?? [];

describe('sentenceSpans', () => {
  it.each<[string, readonly string[]]>([
    ['plain', ['We train it.', 'It works!', 'Why?', 'Nobody knows.']],
    ['e.g. and i.e.', ['It sees data (e.g. ImageNet), i.e. Images.', 'We go on.']],
    [
      'vs., cf., w.r.t., resp., approx.',
      ['Ours vs. Theirs, cf. Table w.r.t. Cost, resp. Time, is approx. Ten.', 'Done.'],
    ],
    ['figures and sections', ['See Fig. 3, Eq. 2 and Sec. Four.', 'Done.']],
    ['et al. inside', ['As Kim et al. Show, it works.', 'Done.']],
    ['et al. at the end', ['This follows Kim et al.', 'We extend it.']],
    ['people', ['Dr. Who and J. R. Tolkien met.', 'We watched.']],
    ['decimals and versions', ['It needs 3.5 hours on v1.5 of GPT-3.5.', 'We need 2.']],
    ['i.i.d.', ['Assume i.i.d. Gaussian noise.', 'The samples are i.i.d.', 'We prove it.']],
    ['addresses', ['Code: https://x.org/a.B?C=d&e.F works.', 'See www.Y.org. for more.']],
    ['an address at the end', ['Code is at https://x.org/a.', 'We thank you.']],
    ['brackets', ['It fails (see below. Or above.) sometimes.', 'Done.']],
    ['quotes', ['They ask "Is it so? Or not?" and go.', 'Done.']],
    ['TeX quotes', ["A ``second. Third'' one.", 'Done.']],
    ['formulas', ['Let $x. Y$ be it.', 'Done.']],
    ['prices are no formulas', ['It costs $5.', 'That is half of $10.']],
    ['an unclosed bracket', ['It fails (see below.', 'We go on.']],
    ['letters and numbers at the end', ['We set k to 5.', 'The best is plan B.', 'We use vitamin C.']],
    ['a numbered list', ['We do three things: 1. Train it, 2. Test it.', 'Done.']],
    ['Chinese', ['本文提出了一种新方法。', '实验表明它有效！']],
  ])('%s', (_, sentences) => {
    const joint = /\p{Script=Han}/u.test(sentences[0] ?? '') ? '' : ' ';
    expect(split(sentences.join(joint))).toEqual(sentences);
  });

  it('parts sentences with no space between them', () => {
    expect(split('It solves many tasks.We propose more. Use torch.nn.Module.')).toEqual([
      'It solves many tasks.',
      'We propose more.',
      'Use torch.nn.Module.',
    ]);
  });

  it('takes a line break for a space and an empty line for an end', () => {
    expect(split('One line\nand the next. Two\r\n\r\nThree')).toEqual([
      'One line\nand the next.',
      'Two',
      'Three',
    ]);
  });

  it('drops what has no letter or digit', () => {
    expect(split('')).toEqual([]);
    expect(split(' ... !? \ud800')).toEqual([]);
  });

  it.each(['(', '"', '$x ', 'a. ', '\n ', '``', 'A.', '?', '。', '\ud800'])(
    'is bounded for a long run of %j',
    (piece) => {
      const text = piece.repeat(100_000);
      const started = processorNow();
      for (const { end } of sentenceSpans(text)) expect(end).toBeLessThanOrEqual(SENTENCE_TEXT_MAX);
      // Quadratic work on 20,000 units takes seconds; the margin is for a busy machine.
      expect(processorNow() - started).toBeLessThan(1000);
    },
  );

  it('gives trimmed spans in order for any text, and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0;
        let kept = '';
        for (const { start, end } of sentenceSpans(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          kept += text.slice(start, end);
          last = end;
        }
        expect(letters(kept)).toEqual(letters(text));
      }),
    );
  });
});
