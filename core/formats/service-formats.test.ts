import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arxivAtomFormat } from './arxiv-atom';
import { arxivSnapshotFormat } from './arxiv-snapshot';
import { recordsOf } from './chunks-under-test';
import type { ImportedRecord, ImportFormat } from './format';
import { hfDailyFormat } from './hf-daily';
import { looseJsonFormat } from './loose-json';
import { abstractOfIndex, openAlexFormat } from './openalex';
import { semanticScholarFormat } from './semantic-scholar';

const snapshotLine = (more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    id: '1904.00123',
    submitter: 'Ada Lind',
    authors: 'A. Lind, B. Roos (Uppsala) and C. de Vries',
    title: 'Learning $\\alpha$-Stable Policies for\n  Na\\"ive Robots',
    comments: '12 pages',
    'journal-ref': 'J. Made Up 12 (2020) 1-9',
    doi: '10.1234/MADE.up',
    'report-no': null,
    categories: 'cs.LG cs.RO',
    license: null,
    abstract: '  We learn\npolicies.\n',
    versions: [{ version: 'v1', created: 'Sun, 31 Mar 2019 23:18:42 GMT' }],
    update_date: '2020-11-26',
    authors_parsed: [
      ['Lind', 'Ada', ''],
      ['Roos', 'B.', 'Jr', 'Uppsala'],
    ],
    ...more,
  });

const work = (more: object = {}) => ({
  id: 'https://openalex.org/W1',
  doi: 'https://doi.org/10.1234/abc',
  title: 'A Work',
  publication_year: 2021,
  type: 'article',
  primary_location: {
    landing_page_url: 'https://example.org/1',
    pdf_url: 'https://example.org/1.pdf',
    source: { display_name: 'Journal of Works', type: 'journal' },
  },
  locations: [{ landing_page_url: 'http://arxiv.org/abs/2101.00042' }],
  authorships: [{ author: { display_name: 'Ada Lind' } }, { author: null, raw_author_name: 'B. Roos' }, null],
  abstract_inverted_index: { works: [1, 3], On: [0], and: [2] },
  primary_topic: { field: { display_name: 'Medicine' }, subfield: null },
  ...more,
});

const SCHOLAR = {
  paperId: 'abc',
  externalIds: { ArXiv: '2201.00007', DOI: '10.1234/s2', CorpusId: 7 },
  title: 'A Scholarly Paper',
  abstract: 'It is scholarly.',
  authors: [{ authorId: '1', name: 'Ada Lind' }],
  year: 2022,
  venue: 'Venue of Papers',
  openAccessPdf: { url: 'https://example.org/s2.pdf' },
  s2FieldsOfStudy: [{ category: 'Computer Science', source: 'x' }],
};
const BULK = {
  corpusid: 7,
  externalids: SCHOLAR.externalIds,
  title: SCHOLAR.title,
  year: 2022,
  authors: SCHOLAR.authors,
};

const DAILY = {
  paper: {
    id: '2403.01234',
    authors: [{ name: 'Ada Lind' }, { name: 'Nobody', hidden: true }],
    publishedAt: '2024-03-02T17:08:18.000Z',
    title: 'A Daily Paper',
    summary: 'In full.',
    upvotes: 3,
    discussionId: 'x',
    githubRepo: 'https://github.com/example/daily',
  },
  title: 'A Daily Paper',
  summary: 'In',
  numComments: 1,
};

const ATOM = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>http://arxiv.org/api/x</id>
  <title>arXiv Query: a</title>
  <entry>
    <id>http://arxiv.org/abs/2105.00099v2</id>
    <published>2021-05-03T10:00:00Z</published>
    <title>Feeds &amp; Their
  Readers</title>
    <summary>  Where a &lt; b. </summary>
    <author><name>Ada Lind</name></author>
    <author><name>B. Roos</name><arxiv:affiliation>Uppsala</arxiv:affiliation></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1234/feed</arxiv:doi>
    <arxiv:journal_ref>J. Feeds 1</arxiv:journal_ref>
    <category term="cs.DL" scheme="x"/><category term='cs.IR'/>
  </entry>
  <entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id</summary></entry>
</feed>
`;

const SOURCES: readonly (readonly [string, ImportFormat, string])[] = [
  ['snapshot', arxivSnapshotFormat, `${snapshotLine()}\n{"id":\n${snapshotLine({ id: '2001.00001' })}\n`],
  [
    'snapshot in an array',
    arxivSnapshotFormat,
    `[\n  ${snapshotLine()},\n  ${snapshotLine({ title: null })}\n]`,
  ],
  [
    'OpenAlex lines',
    openAlexFormat,
    `${JSON.stringify(work())}\n${JSON.stringify(work({ type: 'dataset' }))}`,
  ],
  [
    'OpenAlex answer',
    openAlexFormat,
    JSON.stringify({ meta: { count: 1 }, results: [work()], group_by: [] }),
  ],
  ['OpenAlex single work', openAlexFormat, JSON.stringify(work(), null, 2)],
  ['Scholar lines', semanticScholarFormat, `${JSON.stringify(BULK)}\n${JSON.stringify(BULK)}\n`],
  ['Scholar answer', semanticScholarFormat, JSON.stringify({ total: 1, data: [SCHOLAR] })],
  ['daily papers', hfDailyFormat, JSON.stringify([DAILY, DAILY], null, 2)],
  ['other JSON', looseJsonFormat, '[{"title":"One","abstract":"x"},{"name":"Two","authors":["A. Lind"]}]'],
  ['feed', arxivAtomFormat, ATOM],
];

const outcomes = (records: readonly ImportedRecord[]) =>
  records.map((record) => (record.ok ? record.paper : record.reason));

describe.each(SOURCES)('%s', (_name, format, text) => {
  it('is known by its format', () => {
    expect(format.fits(text, '')).toBeGreaterThanOrEqual(0.3);
  });

  it('gives the same records however it is cut', async () => {
    const whole = await recordsOf(format, text);
    expect(whole.some(({ ok }) => ok)).toBe(true);
    const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(lengths, async (some) => {
        expect(await recordsOf(format, text, some)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from where a record ended', async () => {
    const whole = await recordsOf(format, text);
    for (const [at, { position }] of whole.entries()) {
      if (position === undefined) continue;
      const rest = await recordsOf(format, text.slice(position));
      expect(outcomes(rest)).toEqual(outcomes(whole.slice(at + 1)));
    }
  });

  it('survives the loss of any part', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(40), async (at, length) => {
        const records = await recordsOf(format, text.slice(0, at) + text.slice(at + length));
        expect(records.every(({ line }) => line >= 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

async function onlyPaper(format: ImportFormat, text: string) {
  const [record] = await recordsOf(format, text);
  if (!record?.ok) throw new Error(record?.reason.kind ?? 'no record');
  return record;
}

describe('what is read', () => {
  it('of the arXiv snapshot: title without TeX, parsed authors, first version, categories', async () => {
    const { paper, categories } = await onlyPaper(arxivSnapshotFormat, snapshotLine());
    expect(paper).toMatchObject({
      id: 'arxiv:1904.00123',
      title: 'Learning α-Stable Policies for Naïve Robots',
      abstract: 'We learn policies.',
      authors: ['Ada Lind', 'B. Roos Jr'],
      year: 2019,
      venue: 'J. Made Up 12 (2020) 1-9',
      doi: '10.1234/made.up',
    });
    expect(categories).toEqual(['cs.LG', 'cs.RO']);
  });

  it('of the snapshot without parsed authors and versions', async () => {
    const line = snapshotLine({ authors_parsed: undefined, versions: null });
    const { paper } = await onlyPaper(arxivSnapshotFormat, line);
    expect(paper.authors).toEqual(['A. Lind', 'B. Roos', 'C. de Vries']);
    expect([paper.year, paper.month]).toEqual([2019, 4]);
  });

  it('of the snapshot with ids that a program took for numbers, unless they lost zeros', async () => {
    const id = async (value: number) =>
      (await onlyPaper(arxivSnapshotFormat, snapshotLine({ id: value, doi: null }))).paper.arxiv;
    expect(await id(1904.00123)).toBe('1904.00123');
    expect(await id(704.0001)).toBeNull();
    expect(await id(1904.0012)).toBeNull();
  });

  it('of OpenAlex: abstract in order, arXiv id of another place, venue, field', async () => {
    const { paper, categories } = await onlyPaper(openAlexFormat, JSON.stringify(work()));
    expect(paper).toMatchObject({
      id: 'arxiv:2101.00042',
      abstract: 'On works and works',
      authors: ['Ada Lind', 'B. Roos'],
      year: 2021,
      venue: 'Journal of Works',
      doi: '10.1234/abc',
      url: 'https://example.org/1',
      pdf: 'https://example.org/1.pdf',
    });
    expect(categories).toEqual(['Medicine']);
  });

  it('of Semantic Scholar, in both spellings', async () => {
    const graph = await onlyPaper(semanticScholarFormat, JSON.stringify(SCHOLAR));
    expect(graph.paper).toMatchObject({ id: 'arxiv:2201.00007', doi: '10.1234/s2', year: 2022 });
    expect(graph.paper).toMatchObject({ venue: 'Venue of Papers', pdf: 'https://example.org/s2.pdf' });
    expect(graph.categories).toEqual(['Computer Science']);
    const bulk = await onlyPaper(semanticScholarFormat, JSON.stringify(BULK));
    expect(bulk.paper).toMatchObject({ id: 'arxiv:2201.00007', authors: ['Ada Lind'], year: 2022 });
  });

  it('of daily papers: the paper, not the item around it', async () => {
    const { paper } = await onlyPaper(hfDailyFormat, JSON.stringify([DAILY]));
    expect(paper).toMatchObject({ id: 'arxiv:2403.01234', abstract: 'In full.', authors: ['Ada Lind'] });
    expect(paper.code).toBe('https://github.com/example/daily');
  });

  it('of feeds: entities, authors, categories, and what went wrong', async () => {
    const [first, second] = await recordsOf(arxivAtomFormat, ATOM);
    expect(first).toMatchObject({ ok: true, line: 5, categories: ['cs.DL', 'cs.IR'] });
    expect(first?.ok && first.paper).toMatchObject({
      id: 'arxiv:2105.00099',
      title: 'Feeds & Their Readers',
      abstract: 'Where a < b.',
      authors: ['Ada Lind', 'B. Roos'],
      year: 2021,
      venue: 'J. Feeds 1',
      doi: '10.1234/feed',
    });
    expect(second).toMatchObject({
      ok: false,
      line: 17,
      reason: { kind: 'service-error', message: 'incorrect id' },
    });
  });

  it('of other JSON: names as people write them', async () => {
    const zotero =
      '{"items":[{"title":"T","abstractNote":"A","creators":[{"firstName":"Ada","lastName":"Lind"}]}]}';
    const { paper } = await onlyPaper(looseJsonFormat, zotero);
    expect(paper).toMatchObject({ title: 'T', abstract: 'A', authors: ['Ada Lind'] });
  });
});

describe('bad records', () => {
  it.each([
    ['no-title', '{"abstract":"x"}'],
    ['no-title', '{"title":"  "}'],
    ['no-title', '{"title":{"a":1}}'],
    ['no-title', '{"__proto__":{"title":"Hidden"},"abstract":"x"}'],
    ['no-object', '[{"title":"Inside"}]'],
    ['broken-json', '{"title":"x"'],
    ['broken-json', '{"title":"x\u0001"}'],
  ])('say why: %s', async (kind, record) => {
    const text = `{"title":"Before"}\n${record}\n{"title":"After"}\n`;
    const [before, bad, after] = await recordsOf(looseJsonFormat, text);
    expect(bad).toMatchObject({ ok: false, reason: { kind }, line: 2, excerpt: record });
    expect([before?.ok, after?.ok]).toEqual([true, true]);
  });

  it('leave no trace of keys named __proto__', async () => {
    await recordsOf(looseJsonFormat, '{"__proto__":{"polluted":true},"title":"x"}');
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
    expect(abstractOfIndex(JSON.parse('{"__proto__":[0],"constructor":[1]}'))).toBe('__proto__ constructor');
  });

  it('bound what an abstract index can ask for', () => {
    expect(abstractOfIndex({ far: [4e9], odd: ['x', -1, 0.5, null], here: [3] })).toBe('here');
    expect(abstractOfIndex('no index')).toBeNull();
  });

  it('of a feed end where the feed does', async () => {
    const [record] = await recordsOf(arxivAtomFormat, ATOM.slice(0, ATOM.indexOf('</entry>')));
    expect(record).toMatchObject({ ok: false, line: 5, reason: { kind: 'not-closed' } });
  });
});
