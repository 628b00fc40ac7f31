import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FIELDS, paperFromFields } from '../formats/paper-from-fields';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import type { OwnFacts, VersionOfPaper, Versions } from '../reading-list/entry';
import { plainNote } from '../reading-list/stated-marks';
import { normaliseTags } from '../reading-list/tags';
import { LIST_EXPORTS, type CarriedField } from './list-exports';
import type { WholeListedPaper } from './listed-paper';
import { MADE_AT, throughFile } from './lists-under-test';
import { ownAddress } from './merge-entry';
import { previewImport } from './preview';

/**
 * A paper in the form that every import and every page's reader gives it: reading its texts once more changes nothing. Null for texts
 * that have no such form or no title.
 */
function settled(fields: Partial<typeof NO_FIELDS>): Paper | null {
  let paper = paperFromFields({ ...NO_FIELDS, ...fields });
  for (let turn = 0; turn < 4 && paper !== 'no-title'; turn += 1) {
    const { title, abstract, authors, year, venue, arxiv, doi, url, pdf, code } = paper;
    const urls = url === null ? [] : [url];
    const date = year === null ? null : String(year);
    const again = paperFromFields({ title, abstract, authors, date, venue, arxiv, doi, urls, pdf, code });
    if (JSON.stringify(again) === JSON.stringify(paper))
      return { ...paper, url: ownAddress(paper.url, paper) };
    paper = again;
  }
  return null;
}

/** Pieces that mean something in one of the formats, and letters of many scripts. */
const PIECES = [
  ...'ab éßŁïőñçÅ数α²ı',
  ...'&%$#_{}~^\\"\'`=+-@;,|<>[]*!?()/:.–—“”',
  'BERT',
  'A*',
  '--',
  '``',
  "''",
  '$x_1$',
  '\\emph{x}',
  '\\$',
  'and',
  ' and ',
  '@misc{a,',
  '@string(',
  'TY  - JOUR',
  '=1+1',
  '<b>',
  '&amp;',
  '{{',
];

/** Text of one line without gaps at its ends. */
const lineText = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...PIECES), { maxLength })
    .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim());

const word = fc.constantFrom(
  'Harbour',
  'Tides',
  'mapping',
  'École',
  'Öl',
  'GPT-4',
  'of',
  'iPhone',
  'Łódź',
  '波',
);

const title = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), lineText(6), fc.integer({ min: 0, max: 999_999 }))
  .map(([words, odd, number]) => `${words.join(' ')} ${odd} ${number}`);

const name = fc
  .tuple(
    fc.constantFrom('Ada', 'J. R.', 'Zoë', 'Jean-Paul', 'Mei'),
    fc.constantFrom('Quay', 'van der Mole', "O'Hara", 'Łoś', 'Müller', 'Peña III'),
  )
  .map((parts) => parts.join(' '));

const arbitraryPaper: fc.Arbitrary<Paper> = fc
  .record({
    title,
    abstract: fc.option(lineText(40)),
    authors: fc.array(fc.oneof(name, fc.constantFrom('Plato', 'OpenAI', '山田太郎')), { maxLength: 4 }),
    date: fc.option(fc.integer({ min: 1950, max: 2030 }).map(String)),
    venue: fc.option(
      fc.oneof(fc.constantFrom('NeurIPS 2020', 'Nature & Science', 'Proc. of Café'), lineText(4)),
    ),
    arxiv: fc.option(fc.integer({ min: 1000, max: 9999 }).map((number) => `2301.0${number}`)),
    doi: fc.option(
      fc.integer({ min: 0, max: 9_999_999 }).map((number) => `10.1234/a_b(${number})<x>`.slice(0, 18)),
    ),
    urls: fc
      .option(fc.constantFrom('https://example.org/a_b~c?d=%20e&f=g#h', 'http://example.org/'), { nil: null })
      .map((url) => (url === null ? [] : [url])),
    pdf: fc.option(fc.constantFrom('https://example.org/x.pdf', 'https://example.org/download?id=1')),
    code: fc.option(fc.constantFrom('https://github.com/a/b_c')),
  })
  .map(settled)
  .filter((paper) => paper !== null);

const noteText = fc
  .array(lineText(12), { maxLength: 5 })
  .chain((lines) =>
    fc
      .array(fc.constantFrom('', '  ', '- ', '# '), { minLength: lines.length, maxLength: lines.length })
      .map((starts) => lines.map((line, at) => `${starts[at] ?? ''}${line}`.trimEnd()).join('\n')),
  )
  .map(plainNote);

const time = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

/** What the reader has of an entry. */
const arbitraryFacts: fc.Arbitrary<OwnFacts> = fc.record({
  status: fc.constantFrom('to-read', 'reading', 'read'),
  addedAt: time,
  statusAt: time,
  sourceUrl: fc.option(fc.constantFrom('https://example.org/from?a=b')),
  starred: fc.boolean(),
  tags: fc
    .array(fc.oneof(lineText(4), fc.constantFrom('methods/attention', 'to do', 'a, b', 'c; d', '"q"')), {
      maxLength: 4,
    })
    .map(normaliseTags),
  note: noteText,
  priority: fc.constantFrom(0, 1, 2, 3),
  openedAt: fc.option(time),
});

/** An entry of a list with everything an entry may have, but of one record. */
const arbitraryEntry: fc.Arbitrary<WholeListedPaper> = fc
  .record({ paper: arbitraryPaper, facts: arbitraryFacts })
  .map(({ paper, facts }) => Object.assign({ paper, versions: [], apart: [] }, facts));

/** A record that is like no other. */
const arbitraryVersion: fc.Arbitrary<VersionOfPaper> = fc
  .record({
    mark: fc.uuid(),
    has: fc.constantFrom('doi', 'title'),
    addedAt: time,
    sourceUrl: fc.option(fc.constant('https://example.org/other')),
    merged: fc.option(
      fc.record({ own: arbitraryFacts, into: arbitraryFacts, with: fc.constant(['doi:10.1/a']) }),
    ),
  })
  .map(({ mark, has, ...version }) => {
    const paper = samplePaper({
      id: has === 'doi' ? `doi:10.5555/${mark}` : `title:version${mark.replaceAll('-', '')}`,
      arxiv: null,
      doi: has === 'doi' ? `10.5555/${mark}` : null,
      title: `Version ${mark}`,
      authors: [`Ada ${mark}`],
    });
    return Object.assign({ paper }, version);
  });

const arbitraryVersions: fc.Arbitrary<Versions> = fc.record({
  versions: fc.array(arbitraryVersion, { maxLength: 2 }),
  apart: fc.constantFrom([], ['arxiv:1901.00001']),
});

/** Entries whose papers no rule takes for one another: their titles, identifiers and first authors all differ. */
const arbitraryList: fc.Arbitrary<readonly WholeListedPaper[]> = fc.uniqueArray(arbitraryEntry, {
  maxLength: 6,
  comparator: (a, b) =>
    a.paper.id === b.paper.id ||
    (a.paper.doi !== null && a.paper.doi === b.paper.doi) ||
    (a.paper.arxiv !== null && a.paper.arxiv === b.paper.arxiv),
});

const withVersions: fc.Arbitrary<readonly WholeListedPaper[]> = fc
  .tuple(arbitraryList, fc.array(arbitraryVersions, { minLength: 6, maxLength: 6 }))
  .map(([list, versions]) => list.map((entry, at) => ({ ...entry, ...versions[at] })));

/** Of an entry the fields that a format carries, by name. */
function carried(entry: WholeListedPaper, fields: readonly CarriedField[]): Record<string, unknown> {
  const all: Readonly<Record<string, unknown>> = { ...entry.paper, ...entry };
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

const RUNS = 120;

describe.each(LIST_EXPORTS.filter(({ carries }) => carries.length > 0))('$id', (format) => {
  it('exported and imported again is the same list', async () => {
    await fc.assert(
      fc.asyncProperty(format.id === 'backup' ? withVersions : arbitraryList, async (list) => {
        if (list.length === 0) return;
        const { records } = await throughFile(format, list);
        const { fresh, changed, same, unreadable } = previewImport(records, [], MADE_AT);
        expect({ changed, same, unreadable }).toEqual({ changed: [], same: [], unreadable: [] });
        expect(fresh.map((entry) => carried(entry, format.carries))).toEqual(
          list.map((entry) => carried(entry, format.carries)),
        );
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('imported into the list it came from changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(withVersions, async (list) => {
        if (list.length === 0) return;
        const { records } = await throughFile(format, list);
        const { fresh, changed, same, unreadable } = previewImport(records, list, MADE_AT);
        expect({ fresh, changed, unreadable }).toEqual({ fresh: [], changed: [], unreadable: [] });
        expect(same).toEqual(list);
      }),
      { numRuns: RUNS / 2 },
    );
  }, 120_000);
});
