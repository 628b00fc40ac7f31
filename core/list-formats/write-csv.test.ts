import papaparse from 'papaparse';
import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { listed } from './lists-under-test';
import { csvOf } from './write-csv';

const rowsOf = (text: string) =>
  papaparse.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
    .data;

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'=1", "''-x"])(
  'writes %j as text to a spreadsheet',
  (cell) => {
    const [row] = rowsOf(
      csvOf([listed(samplePaper({ title: cell, authors: [cell], venue: cell }), { tags: [] })]),
    );
    expect(row?.['Title']).toBe(`'${cell}`);
    expect(row?.['Authors']).toBe(`'${cell}`);
    expect(row?.['Venue']).toBe(`'${cell}`);
  },
);

it('leaves other cells as they are, quotation marks doubled', () => {
  const [row] = rowsOf(
    csvOf([listed(samplePaper({ title: '\'Say "hi", 5 - 3' }), { note: 'a\n"b"', priority: 2 })]),
  );
  expect(row).toMatchObject({
    Title: '\'Say "hi", 5 - 3',
    Authors: 'Ada Quay; Ben Mole',
    Note: 'a\n"b"',
    Priority: '2',
    Starred: 'no',
    Added: '2026-11-26T00:00:00.000Z',
    'Last opened': '',
  });
});
