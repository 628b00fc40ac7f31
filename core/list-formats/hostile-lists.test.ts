import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { citationKeys } from './citation-keys';
import { LIST_EXPORTS } from './list-exports';
import { listed, MADE_AT, optionsFor, throughFile } from './lists-under-test';
import { previewImport } from './preview';

const HOSTILE = [
  '{{{ open',
  '}}} closed }',
  '\\',
  '\\end{document} \\input{/etc/passwd}',
  '%',
  '\u202Etxet thgir ot tfel\u202C',
  'a\0b\u0007c',
  '\ud800 lone \udfff',
  'x'.repeat(10_000),
  '@article{a,\n title={b}}\n@article{c,',
  'TY  - JOUR\r\nTI  - Other\r\nER  - ',
  '"},{"title":"other","type":"article-journal"}',
  '</h2><script>alert(1)</script>',
  '---\ntags: [a]\n---',
  '=HYPERLINK("http://example.org")',
  '"; "',
  ']]>',
  '\u2028\u2029\u0085',
  '__proto__',
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }));
const hostileEntry = fc
  .record({
    title: text,
    abstract: text,
    authors: fc.array(text, { maxLength: 3 }),
    venue: text,
    arxiv: fc.integer({ min: 1000, max: 9999 }).map((number) => `2301.0${number}`),
    tags: fc.array(text, { maxLength: 3 }),
    note: text,
  })
  .map(({ tags, note, ...facts }) => {
    // The title is not checked once more, as if a fault elsewhere had let it through.
    const paper = { ...samplePaper(facts), ...facts, id: `arxiv:${facts.arxiv}` };
    return listed(paper, { tags, note, addedAt: Number.NaN, openedAt: Infinity });
  });
const hostileList = fc.uniqueArray(hostileEntry, {
  minLength: 1,
  maxLength: 5,
  selector: ({ paper }) => paper.id,
});

const READ_AGAIN = LIST_EXPORTS.filter(({ carries }) => carries.length > 0);
describe.each(LIST_EXPORTS)('$id', ({ write }) => {
  it('is written whatever stands in the list', () => {
    fc.assert(
      fc.property(hostileList, (list) => {
        expect(write(list, optionsFor(list)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(READ_AGAIN)('$id', (format) => {
  it('lets no text of one paper become another paper', async () => {
    await fc.assert(
      fc.asyncProperty(hostileList, async (list) => {
        const { records } = await throughFile(format, list);
        const ids = new Set(list.map(({ paper }) => paper.id));
        const { fresh, unreadable } = previewImport(records, [], MADE_AT);
        expect(fresh.filter(({ paper }) => !ids.has(paper.id))).toEqual([]);
        expect(fresh.length + unreadable.length).toBe(list.length);
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});

describe('citationKeys', () => {
  it('gives each paper a key of its own that BibTeX can read', () => {
    fc.assert(
      fc.property(hostileList, (list) => {
        const keys = [...citationKeys(list).values()];
        expect(new Set(keys).size).toBe(list.length);
        expect(keys.filter((key) => !/^[a-z0-9]{1,80}$/.test(key))).toEqual([]);
      }),
    );
  });
});
