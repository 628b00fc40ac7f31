import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from './plain-text';

it('makes the same of what needs no work, whether it sees that at once or not', () => {
  const pieces = [
    'Deep',
    'networks',
    ' ',
    ' ',
    '-',
    '--',
    ',',
    '"',
    "'",
    "''",
    '(a)(',
    '=',
    '~',
    '$',
    '{',
    '<b>',
    '&amp;',
    '\n',
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    // A character without a shape goes, and takes the text the long way.
    fc.property(text, (one) => {
      expect(plainText(`${one}\u200b`)).toBe(plainText(one));
    }),
    { numRuns: 1_000 },
  );
});
