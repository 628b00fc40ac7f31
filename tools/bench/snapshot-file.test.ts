import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arxivSnapshotFormat } from '../../core/formats/arxiv-snapshot';
import { papersOf } from '../../core/formats/format-under-test';
import { titleKey } from '../../core/text/title-key';
import { MadePapers, readPaperSource } from './made-papers';
import { arxivIdOf, writeSnapshot } from './snapshot-file';

const COUNT = 1_500;
const papers = new MadePapers(readPaperSource(null, null));
let folder: string;
const fileOf = (name: string) => join(folder, name);

beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'paperkin-snapshot-'))));
afterAll(() => rmSync(folder, { recursive: true }));

it('is what an import takes for arXiv metadata, every record a paper', async () => {
  writeSnapshot(fileOf('a.json'), papers, COUNT, () => undefined);
  const text = readFileSync(fileOf('a.json'), 'utf8');
  expect(arxivSnapshotFormat.fits(text.slice(0, 5_000), 'a.json')).toBe(1);
  const read = await papersOf(arxivSnapshotFormat, text);
  expect(read.map(({ title }) => titleKey(title))).toEqual(
    Array.from({ length: COUNT }, (_, ordinal) => titleKey(papers.at(ordinal).title)),
  );
  expect(read.map(({ id }) => id)).toEqual(
    Array.from({ length: COUNT }, (_, ordinal) => `arxiv:${arxivIdOf(ordinal)}`),
  );
  expect(read[0]).toMatchObject({
    year: 2015,
    month: 1,
    authors: expect.arrayContaining([expect.any(String)]),
  });
});

it('has the same bytes each time, and is not made again where it is', () => {
  const bytes = writeSnapshot(fileOf('b.json'), papers, COUNT, () => undefined);
  expect(readFileSync(fileOf('b.json')).equals(readFileSync(fileOf('a.json')))).toBe(true);
  const again = writeSnapshot(fileOf('b.json'), papers, 1, () => expect.fail('made again'));
  expect(again).toBe(bytes);
});

it.each([
  [0, '1501.00001'],
  [19_999, '1501.20000'],
  [20_000, '1502.00001'],
  [239_999, '1512.20000'],
  [240_000, '1601.00001'],
  [2_699_999, '2603.20000'],
])('gives number %i the id %s', (ordinal, id) => expect(arxivIdOf(ordinal)).toBe(id));
