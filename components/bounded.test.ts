import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounded } from './bounded';

describe('bounded', () => {
  it('leaves a short text as it is, on one line', () => {
    expect(bounded(' Attention\n  is all you need ', 100)).toBe('Attention is all you need');
  });

  it('cuts a long one with an ellipsis', () => {
    expect(bounded('abcdefgh', 5)).toBe('abcd…');
    expect(bounded('x'.repeat(100_000), 400)).toHaveLength(400);
  });

  it('never cuts a surrogate pair and never exceeds the limit', () => {
    assert(
      property(string({ unit: 'grapheme' }), integer({ min: 1, max: 30 }), (text, limit) => {
        const cut = bounded(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(() => encodeURIComponent(cut)).not.toThrow();
      }),
    );
  });

  it('takes 100,000 spaces in its stride', () => {
    expect(bounded(`a${' '.repeat(100_000)}b`, 10)).toMatch(/^a…$/);
  });
});
