import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzipSync } from 'node:zlib';
import type { Paper } from '../paper';
import { recordsOf } from './chunks-under-test';
import type { ImportedRecord } from './format';
import { packFormat } from './pack';
import { packLine } from './pack-line';
import { packStream, type PackFacts } from './pack-writer';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';

const FACTS: PackFacts = { name: 'Tides', source: 'a.bib', papers: 2, madeBy: 'Paperkin 0.1.0', madeAt: 0 };

function paperOf(title: string, more: Partial<typeof NO_FIELDS> = {}): Paper {
  const paper = paperFromFields({ ...NO_FIELDS, title, ...more });
  if (typeof paper === 'string') throw new Error(paper);
  return paper;
}
const PAPERS = [
  paperOf('Mapping tides', { arxiv: '2301.00001', abstract: 'We map them.', authors: ['Quay, Ada'] }),
  paperOf('Überall 数 "quoted"', { doi: '10.1234/x', date: '2020', urls: ['https://example.org/a'] }),
];

async function* each<T>(all: readonly T[]) {
  yield* all;
}

async function packOf(papers: readonly Paper[], facts: Partial<PackFacts> = {}): Promise<string> {
  const stream = packStream({ ...FACTS, papers: papers.length, ...facts }, each(papers));
  return gunzipSync(
    Buffer.from(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()),
  ).toString();
}

const papersIn = (records: readonly ImportedRecord[]) =>
  records.flatMap((record) => (record.ok ? [record.paper] : []));
const badIn = (records: readonly ImportedRecord[]) =>
  records.flatMap((record) => (record.ok ? [] : [[record.line, record.reason]]));

describe('a pack', () => {
  it('gives back the papers that were put into it, with their places', async () => {
    const text = await packOf(PAPERS);
    const records = await recordsOf(packFormat, text, [7]);
    expect(papersIn(records)).toEqual(PAPERS);
    expect(records.map(({ line }) => line)).toEqual([2, 3]);
    const [first] = records;
    expect(papersIn(await recordsOf(packFormat, text.slice(first?.position)))).toEqual(PAPERS.slice(1));
  });

  it('gives back any paper that an import can make', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const some = fc.oneof(
      text,
      fc.constantFrom(
        '&amp;lt;b&gt;',
        '$\\alpha_1$ \\& {B}',
        '\u202Eabc',
        'a\u200Bb',
        '\ud800',
        'Abstract: x',
      ),
    );
    const fields = fc.record({
      title: fc.tuple(some, some).map(([a, b]) => `Tides ${a}${b}`),
      abstract: fc.option(fc.tuple(some, some).map((parts) => parts.join(' '))),
      authors: fc.array(some, { maxLength: 4 }),
      date: fc.option(fc.integer({ min: 1400, max: 2300 }).map(String)),
      venue: fc.option(some),
      arxiv: fc.option(fc.constantFrom('2301.00001v2', 'math.AG/0211159', 'no id')),
      doi: fc.option(
        fc.constantFrom('https://doi.org/10.1234/ABC', '10.48550/arXiv.2301.00002', some.toString()),
      ),
      urls: fc.array(fc.webUrl(), { maxLength: 2 }),
      pdf: fc.option(fc.webUrl()),
      code: fc.option(fc.webUrl()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 60 }), async (stated) => {
        const papers = stated.map(paperFromFields).filter((paper) => paper !== 'no-title');
        expect(papersIn(await recordsOf(packFormat, await packOf(papers)))).toEqual(papers);
      }),
      { numRuns: 30 },
    );
  }, 30_000);

  it('says what it is called, and by whom it was made where it is too new', async () => {
    const header = packFormat.header?.(await packOf(PAPERS));
    expect(header).toEqual({ name: 'Tides', newer: null });
    const newer = '{"paperkin":"pack","version":2,"madeBy":"Paperkin \\u202e9.0","name":"x"} or what not';
    expect(packFormat.fits(newer, '')).toBe(1);
    expect(packFormat.header?.(newer).newer).toMatchObject({ version: 2, versionKnown: 1 });
  });

  it('that is damaged loses the changed lines only, and tells each', async () => {
    const lines = (await packOf([...PAPERS, paperOf('A third')])).split('\n');
    lines[2] = (lines[2] ?? '').replace('quoted', 'quotes');
    const records = await recordsOf(packFormat, lines.join('\n'));
    expect(papersIn(records).map(({ title }) => title)).toEqual(['Mapping tides', 'A third']);
    expect(badIn(records)).toEqual([[3, { kind: 'changed' }]]);
  });

  it.each([
    ['between lines', 2, 0, [3, { kind: 'pack-cut' }]],
    ['within a line', 2, 20, [3, { kind: 'pack-cut' }]],
  ])('that is cut %s keeps what came before', async (_where, lines, units, bad) => {
    const all = (await packOf(PAPERS)).split('\n');
    const text = `${all.slice(0, lines).join('\n')}\n${(all[lines] ?? '').slice(0, units)}`;
    const records = await recordsOf(packFormat, text);
    expect(papersIn(records)).toEqual(PAPERS.slice(0, 1));
    expect(badIn(records)).toEqual([bad]);
  });

  it('from which a line was taken says how many papers are missing', async () => {
    const lines = (await packOf(PAPERS)).split('\n');
    const records = await recordsOf(packFormat, [lines[0], ...lines.slice(2)].join('\n'));
    expect(badIn(records)).toEqual([[3, { kind: 'papers-missing', count: 1 }]]);
  });

  it('may be joined with another', async () => {
    const records = await recordsOf(packFormat, (await packOf(PAPERS)) + (await packOf(PAPERS)));
    expect([papersIn(records).length, badIn(records)]).toEqual([4, []]);
  });
});

const opened = async (...objects: readonly Readonly<Record<string, unknown>>[]) =>
  recordsOf(packFormat, `${objects.map(packLine).join('\n')}\n{"paperkin":"end"}`);

describe('a pack from a stranger', () => {
  it('decides neither the identity of a paper nor where its links go', async () => {
    const [record] = await opened({
      id: 'arxiv:2301.00001',
      title: 'Plain\u202E words\n of it',
      authors: ['A', 7, { b: 1 }, 'x'.repeat(5_000)],
      year: 2e9,
      month: 13,
      venue: ['x'],
      arxiv: 'javascript:alert(1)',
      doi: 'not one',
      url: 'javascript:alert(1)',
      pdf: 'https://user:pass@example.org/',
      code: `https://example.org/${'x'.repeat(3_000)}`,
      abstract: 'y'.repeat(100_000),
      otherTitles: 'none',
    });
    const paper = record?.ok ? record.paper : null;
    expect({
      ...paper,
      authors: paper?.authors.map(({ length }) => length),
      abstract: paper?.abstract?.length,
    }).toEqual({
      id: 'title:plainwordsofit',
      title: 'Plain words of it',
      otherTitles: [],
      abstract: 20_000,
      authors: [1, 200],
      year: null,
      month: null,
      venue: null,
      arxiv: null,
      doi: null,
      url: null,
      pdf: null,
      code: null,
    });
  });

  it('pollutes nothing and invents nothing', async () => {
    const line = packLine({ abstract: 'x' }).replace('{', '{"__proto__":{"title":"Hidden"},');
    const records = await recordsOf(packFormat, line);
    expect(papersIn(records)).toEqual([]);
    expect(
      papersIn(
        await opened(JSON.parse('{"__proto__":{"title":"Hidden"}}') as object as Record<string, unknown>),
      ),
    ).toEqual([]);
    expect(({} as Readonly<Record<string, unknown>>)['title']).toBeUndefined();
  });
});
