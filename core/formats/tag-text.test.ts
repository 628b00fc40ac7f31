import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinedTags, splitTags } from './tag-text';

it.each([
  ['a; b ;c', ['a', 'b', 'c']],
  ['a, b,c', ['a', 'b', 'c']],
  ['a, b; c', ['a, b', 'c']],
  ['"a, b"', ['a, b']],
  ['"a"" b" ; c', ['a" b', 'c']],
  ['"open; b', ['"open', 'b']],
  [' ; ;', []],
  ['', []],
])('splits %s', (text, tags) => {
  expect(splitTags(text)).toEqual(tags);
});

it('splits what it joined', () => {
  const tag = fc
    .array(fc.constantFrom('a', ' ', ',', ';', '"', '/', '波'), { minLength: 1, maxLength: 6 })
    .map((pieces) => pieces.join('').trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 5 }), (tags) => {
      expect(splitTags(joinedTags(tags))).toEqual(tags);
    }),
  );
});
