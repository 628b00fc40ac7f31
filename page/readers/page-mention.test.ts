// @vitest-environment jsdom
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PARAMS } from '../../messaging/schemas';
import { pageMention, type PaperFacts } from './page-mention';

const target = [document.createElement('h1')];
const passes = (facts: PaperFacts) => {
  const found = pageMention(facts, target);
  return found === null || v.is(PARAMS['page/resolve'], { mentions: [found.mention] });
};

/** Short as they mostly are, or longer than any limit. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom(1, 400, 30_000))
    .map(([unit, times]) => unit.repeat(times).slice(0, 30_000)),
);
const address = text.map((path) => `https://example.com/${path}`);

describe('pageMention', () => {
  // One refused mention would have every other of its page refused with it.
  it('fits the wire, whatever a page says', () => {
    const facts = fc.record({
      title: text,
      abstract: text,
      authors: fc.oneof(
        fc.array(text, { maxLength: 3 }),
        fc.constant(Array<string>(3_000).fill('A. Author')),
      ),
      year: fc.oneof(fc.integer(), fc.constant(Number.NaN)),
      venue: text,
      url: address,
      pdf: address,
    });
    fc.assert(fc.property(facts, (said) => void expect(passes(said)).toBe(true)));
  });

  it('keeps an address that its escapes make too long for the wire from spoiling the page', () => {
    const pdf = `https://example.com/${'文'.repeat(1_900)}`;
    expect(passes({ title: 'On Ropes', pdf })).toBe(true);
    expect(pageMention({ title: 'On Ropes', pdf }, target)?.mention.pdf).toBeNull();
  });
});
