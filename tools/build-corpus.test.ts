import { describe, expect, it } from 'vitest';
import { Corpus } from '../core/corpus/corpus';
import { FilesInMemory } from '../core/corpus/corpus-files';
import { openBundle } from '../core/corpus/bundle';
import { buildCorpus, packBundledCorpus, readBundledCorpus } from './build-corpus';

const abstractOf = (title: string) =>
  `${title}: ${'it is shown at some length that this is so. '.repeat(8)}`.trim();
const TITLES = ['On Ropes', 'On Knots', 'On Tar'];

function facts(title: string, index: number): Record<string, unknown> {
  return {
    title,
    arxiv: `2401.0000${index}`,
    authors: ['Ada Quay'],
    year: 2024,
    month: 1,
    venue: null,
    doi: `10.1234/Ropes.${index}`,
    code: 'https://example.org/ropes',
    otherTitles: [],
  };
}

const json = (list: readonly unknown[] = TITLES.map(facts)) => JSON.stringify(list, null, 1);
const seed = (lines: readonly string[] = TITLES.flatMap((title) => [title, abstractOf(title)])) =>
  ['new', 'Subscribe', ...lines].join('\n\n');

function changed(index: number, change: Record<string, unknown>): string {
  return json(TITLES.map((title, at) => ({ ...facts(title, at), ...(at === index ? change : {}) })));
}

describe('buildCorpus', () => {
  it('joins texts and facts, past the furniture of the page', () => {
    const { papers, version } = buildCorpus(seed(), json());
    expect(papers.map((paper) => [paper.id, paper.title, paper.abstract])).toEqual(
      TITLES.map((title, index) => [`arxiv:2401.0000${index}`, title, abstractOf(title)]),
    );
    expect(papers[1]).toMatchObject({ doi: '10.1234/ropes.1', year: 2024, venue: null, url: null });
    expect(version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('gives equal papers an equal version, whatever the line ends, and others another', () => {
    const { version } = buildCorpus(seed(), json());
    expect(buildCorpus(seed().replaceAll('\n', '\r\n'), JSON.stringify(JSON.parse(json()))).version).toBe(
      version,
    );
    expect(buildCorpus(seed(), changed(2, { year: 2023 })).version).not.toBe(version);
  });

  it.each([
    [
      'a missing abstract',
      seed(['On Ropes', abstractOf('x'), 'On Knots', 'On Tar', abstractOf('y')]),
      11,
      'the abstract of "On Knots"',
    ],
    [
      'an abstract missing at the end',
      seed(['On Ropes', abstractOf('x'), 'On Knots', abstractOf('y'), 'On Tar']),
      13,
      'found the end of the file',
    ],
    ['another title', seed().replace('On Knots', 'On Bends'), 9, 'the title "On Knots"'],
    ['a paper too many', `${seed()}\n\nOn Oakum`, 17, 'the end of the file after 3 papers'],
    ['no first title', seed().replace('On Ropes', 'On Twine'), 1, 'the title "On Ropes"'],
    ['an empty file', '', 1, 'the title "On Ropes"'],
  ])('stops at %s, with its line', (_what, text, line, words) => {
    expect(() => buildCorpus(text, json())).toThrow(`assets/corpus/seed.txt:${line}: expected `);
    expect(() => buildCorpus(text, json())).toThrow(words);
  });

  it.each([
    [
      'a repeated arXiv id',
      changed(1, { arxiv: '2401.00000' }),
      15,
      '2401.00000 here and in the paper at line 2',
    ],
    ['an arXiv id with a version', changed(0, { arxiv: '2401.00000v2' }), 4, 'arxiv: expected an arXiv id'],
    ['an arXiv id that is missing', changed(0, { arxiv: null }), 4, 'arxiv: '],
    ['a year in letters', changed(2, { year: '2024' }), 34, 'year: '],
    ['a month that is none', changed(0, { month: 13 }), 9, 'month: '],
    ['an unknown field', changed(0, { pages: 9 }), 14, 'pages: '],
    ['an author that is none', changed(0, { authors: ['Ada', 5] }), 5, 'authors.1: '],
    ['no author', changed(0, { authors: [] }), 5, 'at least one author'],
    [
      'a code link that is a script',
      changed(0, { code: 'javascript:alert(1)' }),
      12,
      'code: expected an http(s) address',
    ],
    ['broken JSON', json().replace('"year": 2024', '"year": 2024,,'), 8, 'expected JSON'],
    ['an object', '{}', 1, 'expected an array'],
    ['no papers', '[]', 1, 'at least one paper'],
  ])('stops at %s, with its line', (_what, text, line, words) => {
    expect(() => buildCorpus(seed(), text)).toThrow(`assets/corpus/identifiers.json:${line}: `);
    expect(() => buildCorpus(seed(), text)).toThrow(words);
  });

  it('builds what this checkout ships', () => {
    const { papers } = readBundledCorpus();
    expect(papers).toHaveLength(71);
    expect(papers.every((paper) => paper.abstract && paper.abstract.length > 1_000)).toBe(true);
  });

  it('packs its finished files, the same bytes each time', async () => {
    const packed = await packBundledCorpus();
    expect(Buffer.from(await packBundledCorpus()).equals(packed)).toBe(true);
    const unpacked = openBundle(packed);
    if (!unpacked.ok) throw new Error(unpacked.reason);
    const { papers, version } = readBundledCorpus();
    expect(unpacked.corpus).toMatchObject({ version, paperCount: 71 });
    const corpus = await Corpus.open(new FilesInMemory(unpacked.corpus.files), () => expect.unreachable());
    const found = await corpus?.papersById(papers.map(({ id }) => id));
    expect([...(found?.values() ?? [])]).toEqual(papers);
  });
});
