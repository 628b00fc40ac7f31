import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../search/paper-terms';
import { wordsOf } from '../text/words';
import { KnownWords } from './known-words';

const text = fc
  .array(
    fc.constantFrom(
      'map',
      'Self-supervised',
      "maps'",
      'GPT-3.5',
      '学习方法',
      ' ',
      '\n',
      '\u00a0',
      ', ',
      '-',
      '(',
      '\ud800',
      'é',
      'the',
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('KnownWords', () => {
  it('reads the words and pairs that wordsOf reads, also once it forgot', () => {
    for (const piecesMax of [1000, 2]) {
      const known = new KnownWords(piecesMax, (word) => word);
      fc.assert(
        fc.property(text, (one) => {
          const forms: string[] = [];
          const pairs: string[] = [];
          let before: { readonly stem: string; readonly isStop: boolean } | null = null;
          const count = known.read(one, (word, isJoined) => {
            forms.push(word.form);
            if (isJoined && before && !before.isStop && !word.isStop)
              pairs.push(`${before.stem} ${word.stem}`);
            before = word;
          });
          const words = wordsOf(one);
          expect(forms).toEqual(words.map(({ form }) => form));
          expect(count).toBe(words.length);
          expect(pairs).toEqual(phrasesOf(words, one, 2).map(({ term }) => term));
        }),
      );
    }
  });

  it('reads no more of a text than wordsOf', () => {
    const known = new KnownWords(10, ({ form }) => form);
    expect(known.read('deep '.repeat(100_000), () => undefined)).toBe(
      wordsOf('deep '.repeat(100_000)).length,
    );
  });
});
