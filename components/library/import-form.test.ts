import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../core/import/found-file';
import { ImportForm, nameOfFile } from './import-form';

const FOUND: FoundFile = {
  ok: true,
  name: 'my.library.bib',
  title: null,
  fingerprint: 'f',
  formats: ['BibTeX'],
  skipped: 0,
  papers: 3,
  isExact: true,
  categories: [],
  bytesPerPaper: 900,
};

it.each([
  ['arxiv-metadata-oai-snapshot.json.gz', 'arxiv-metadata-oai-snapshot'],
  ['library.bib', 'library'],
  ['Vol. 12', 'Vol. 12'],
  ['.bib', '.bib'],
])('a corpus from %s is called %s', (file, name) => expect(nameOfFile(file)).toBe(name));

describe('the filter', () => {
  it('takes every paper unless told otherwise', () => {
    expect(new ImportForm(FOUND, null).filter).toEqual({
      categories: [],
      yearFrom: null,
      yearTo: null,
      withAbstract: false,
    });
  });

  it('reads categories however they are parted, and only whole years', () => {
    const form = new ImportForm(FOUND, null);
    form.categories.value = ' cs.CL, math;stat.ML、cs.AI ';
    form.yearFrom.value = '2019';
    form.yearTo.value = '20';
    expect(form.filter).toMatchObject({
      categories: ['cs.CL', 'math', 'stat.ML', 'cs.AI'],
      yearFrom: 2019,
      yearTo: null,
    });
  });

  it('goes along with the name and the corpus to update', () => {
    const form = new ImportForm(FOUND, 'file-1');
    form.name.value = '  Field  ';
    expect(form.plan).toMatchObject({ name: 'Field', updates: 'file-1' });
  });
});
