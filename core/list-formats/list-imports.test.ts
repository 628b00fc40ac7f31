import { describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import type { RawMarks } from '../reading-list/stated-marks';
import { readListFile } from './list-imports';
import { LIST_RECORDS_MAX } from './list-limits';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'file') => readListFile(new Blob([text]), name);

/** What a file says, without the marks that say nothing. */
async function told(text: string, name?: string) {
  const file = await read(text, name);
  if (!file.ok) return file;
  const records = file.records.map((record) => {
    if (!record.ok) return record.reason;
    const marks = Object.entries(record.marks ?? {}).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
    return [record.paper.title, Object.fromEntries(marks) as RawMarks] as const;
  });
  return [file.formats.join(), ...records];
}

describe('readListFile', () => {
  it('reads keywords, notes and JabRef’s fields of BibTeX', async () => {
    const bib = `@article{a, title={Tides}, keywords={na{\\"i}ve; {a, b}, {BERT}},
      comment={It\\'{e}rate
  - {twice}}, readstatus={read}, priority={prio2}, relevance={relevant}, date-added={2020-01-02 03:04:05 +0000},
      note={Accepted}}
      @misc{b, title={Gulls}, annote={One \\& two}, readstatus={skimmed}, priority={urgent}}`;
    expect(await told(bib)).toEqual([
      'BibTeX',
      [
        'Tides',
        {
          tags: ['naïve', 'a, b', 'BERT'],
          note: 'Itérate\n  - twice',
          status: 'read',
          priority: 2,
          starred: true,
          addedAt: Date.UTC(2020, 0, 2, 3, 4, 5),
        },
      ],
      ['Gulls', { note: 'One & two', status: 'reading' }],
    ]);
  });

  it('reads keywords and notes of RIS, several lines and HTML included', async () => {
    const ris =
      'TY  - JOUR\nTI  - Tides\nKW  - a\nKW  - b\nN1  - One\n  two\n\n three\nN1  - <p>Four &amp; <b>five</b></p><p>six</p>\nER  - \n';
    expect(await told(ris)).toEqual([
      'RIS',
      ['Tides', { tags: ['a', 'b'], note: 'One\n two\n\nthree\n\nFour & five\nsix' }],
    ]);
  });

  it('takes no note of CSL-JSON for the reader’s, since Zotero keeps other facts there', async () => {
    const item = {
      type: 'article-journal',
      title: 'Tides',
      issued: {},
      keyword: 'a,b',
      annote: 'Mine',
      note: 'x: y',
    };
    expect(await told(JSON.stringify([item]))).toEqual([
      'CSL-JSON',
      ['Tides', { tags: ['a', 'b'], note: 'Mine' }],
    ]);
  });

  it('reads tags of Zotero RDF', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <bib:Article rdf:about="#item_1">
        <z:itemType>journalArticle</z:itemType>
        <dc:title>Tides</dc:title>
        <dc:subject>mine</dc:subject>
        <dc:subject><z:AutomaticTag><rdf:value>theirs</rdf:value></z:AutomaticTag></dc:subject>
    </bib:Article>
</rdf:RDF>`;
    expect(await told(rdf)).toEqual(['Zotero RDF', ['Tides', { tags: ['mine', 'theirs'] }]]);
  });

  it('reads tags, note, favourite and dates of PaperMemory', async () => {
    const memory = {
      __dataVersion: 1,
      'Arxiv-2301.00001': {
        title: 'Tides',
        source: 'arxiv',
        tags: ['a'],
        note: 'Mine',
        favorite: true,
        addDate: '2022-01-02T00:00:00.000Z',
        lastOpenDate: '2022-01-03T00:00:00.000Z',
        pdfLink: 'https://arxiv.org/pdf/2301.00001.pdf',
      },
    };
    const [day, next] = [Date.UTC(2022, 0, 2), Date.UTC(2022, 0, 3)];
    expect(await told(JSON.stringify(memory))).toEqual([
      'PaperMemory',
      ['Tides', { tags: ['a'], note: 'Mine', starred: true, addedAt: day, openedAt: next }],
    ]);
  });

  it('reads the columns that Zotero and people name', async () => {
    const csv =
      'Title,Author,Manual Tags,Notes,Date Added,Status,Priority,Starred\n' +
      'Tides,"Quay, Ada",a; b,"\'- one\n- two",2022-01-02,To read,3,yes\n' +
      'Gulls,,,,soon,somewhat,high,perhaps\n';
    expect(await told(csv, 'list.csv')).toEqual([
      'CSV or TSV',
      [
        'Tides',
        {
          tags: ['a', 'b'],
          note: '- one\n- two',
          addedAt: Date.UTC(2022, 0, 2),
          status: 'to-read',
          priority: 3,
          starred: true,
        },
      ],
      ['Gulls', {}],
    ]);
  });

  it('tells formats by what they are, not by what a note in them looks like', async () => {
    const [bib, ris] = ['@misc{a, title={Tides}}\n', 'TY  - JOUR\nTI  - Tides\nER  - \n'];
    const formats = await Promise.all([
      told(`@misc{b, title={Gulls}, annote={x\n${ris}}}`),
      told(`TY  - JOUR\nTI  - Gulls\nN1  - x\n ${bib}ER  - \n`),
      told(`Title,Year,DOI,URL,Abstract\nGulls,2020,,,"x\n${bib}${ris}"\n`),
    ]);
    expect(formats.map((one) => (Array.isArray(one) ? one[0] : one))).toEqual([
      'BibTeX',
      'RIS',
      'CSV or TSV',
    ]);
  });

  it('reads the files of a zip archive, and leaves others out', async () => {
    const zip = zipSync({
      'a.bib': bytesOf('@misc{a, title={Tides}}'),
      'b.ris': bytesOf('TY  - JOUR\nTI  - Gulls\nER  - \n'),
      'c.md': bytesOf('# x'),
    });
    const file = await readListFile(new Blob([zip as BlobPart]), 'all.zip');
    expect(file).toMatchObject({ ok: true, formats: ['BibTeX', 'RIS'], isCut: false });
  });

  it.each([
    ['', 'empty'],
    ['%PDF-1.7', 'pdf'],
    ['Dear reader', 'text'],
  ])('says of %j what it looks like', async (text, looksLike) => {
    expect(await read(text)).toMatchObject({ ok: false, kind: 'unknown', looksLike });
  });

  it('stops where a list would be a corpus', async () => {
    const one = 'TY  - JOUR\nTI  - T\nER  - \n';
    const file = await read(one.repeat(LIST_RECORDS_MAX + 1));
    expect(file.ok && [file.records.length, file.isCut]).toEqual([LIST_RECORDS_MAX, true]);
  }, 60_000);
});
