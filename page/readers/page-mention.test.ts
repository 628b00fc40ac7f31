// @vitest-environment jsdom
import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { PARAMS } from '../../messaging/schemas';
import { pageMention, type PaperFacts } from './page-mention';

const isTaken = (facts: PaperFacts): boolean => {
  const found = pageMention(facts, [document.body]);
  return found === null || v.is(PARAMS['page/resolve'], { mentions: [found.mention] });
};

it.each<[string, PaperFacts]>([
  ['a title of 100,000 characters', { title: 'x'.repeat(100_000), arxiv: '2110.06014' }],
  ['an abstract of 100,000 characters', { title: 'A', abstract: 'x '.repeat(50_000) }],
  ['1,000 authors', { title: 'A', authors: Array<string>(1_000).fill('Ada Quay') }],
  ['an author of 100,000 characters', { title: 'A', authors: ['x'.repeat(100_000)] }],
  [
    'an address that grows when escaped',
    { title: 'A', url: `https://example.org/${'\u6f22'.repeat(1_900)}` },
  ],
  ['a document of 100,000 characters', { title: 'A', pdf: `https://example.org/${'x'.repeat(100_000)}` }],
  ['an endless DOI', { title: 'A', doi: `10.1234/${'x'.repeat(100_000)}` }],
  ['a year that is no number', { title: 'A', year: Number.NaN }],
  ['half a year', { title: 'A', year: 2020.5 }],
  ['lone surrogates', { title: '\uD800 A \uDC00', authors: ['\uD800'] }],
])('%s is a mention that the background takes', (_what, facts) => {
  expect(pageMention({ title: 'A', ...facts }, [document.body])).not.toBeNull();
  expect(isTaken(facts)).toBe(true);
});

it('makes nothing that the background would refuse, whatever the page says', () => {
  const text = fc.oneof(fc.constant(null), fc.string(), fc.string({ unit: 'binary', maxLength: 3_000 }));
  const address = fc.oneof(fc.webUrl({ withQueryParameters: true }), text);
  const facts = fc.record(
    {
      title: text,
      arxiv: text,
      doi: text,
      abstract: text,
      authors: fc.array(fc.string(), { maxLength: 300 }),
      year: fc.oneof(fc.constant(null), fc.double()),
      venue: text,
      url: address,
      pdf: address,
    },
    { requiredKeys: [] },
  );
  fc.assert(fc.property(facts, (said) => void expect(isTaken(said)).toBe(true)));
});
