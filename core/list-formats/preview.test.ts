import { describe, expect, it } from 'vitest';
import { BIRDS, DENSE, samplePaper, SPARSE } from '../../tests/samples/papers';
import type { ImportedRecord } from '../formats/format';
import type { Paper } from '../paper';
import { checkedMarks, type RawMarks } from '../reading-list/stated-marks';
import { whole } from './listed-paper';
import { listed, MADE_AT } from './lists-under-test';
import { previewImport } from './preview';

const record = (paper: Paper, marks: RawMarks = {}): ImportedRecord => ({
  ok: true,
  paper,
  line: 1,
  marks: checkedMarks(marks),
});
const NO_ID = { arxiv: null, doi: null } as const;
const byTitle = (title: string, more: Partial<Paper> = {}): Paper =>
  samplePaper({
    ...NO_ID,
    id: `title:${title.toLowerCase().replaceAll(' ', '')}`,
    title,
    year: 2020,
    ...more,
  });

describe('previewImport', () => {
  it('tells new papers, known ones and those that cannot be read apart', () => {
    const bad: ImportedRecord = { ok: false, reason: { kind: 'no-title' }, line: 7, excerpt: 'x' };
    const preview = previewImport([record(SPARSE), record(BIRDS, { tags: ['a'] }), bad], [listed(SPARSE)], 5);
    expect(preview.same).toEqual([whole(listed(SPARSE))]);
    expect(preview.changed).toEqual([]);
    expect(preview.unreadable).toEqual([bad]);
    expect(preview.fresh).toEqual([
      {
        ...whole(listed(BIRDS)),
        addedAt: 5,
        statusAt: 5,
        tags: ['a'],
      },
    ]);
  });

  it('adds to an entry and takes nothing from it', () => {
    const present = listed(
      { ...SPARSE, abstract: null, venue: 'NeurIPS' },
      { status: 'read', tags: ['a'], note: 'mine', openedAt: 9 },
    );
    const stated = {
      ...SPARSE,
      title: 'Sparse attention, renamed',
      venue: 'ICML',
      authors: [],
      code: 'https://example.org/',
    };
    const { changed } = previewImport(
      [
        record(stated, {
          status: 'to-read',
          tags: ['A', 'b'],
          note: 'theirs',
          starred: true,
          priority: 2,
          addedAt: 3,
          openedAt: 4,
        }),
      ],
      [present],
      MADE_AT,
    );
    expect(changed.map(({ fields }) => fields.toSorted())).toEqual([
      ['abstract', 'addedAt', 'code', 'note', 'otherTitles', 'priority', 'starred', 'tags'],
    ]);
    expect(changed[0]?.before).toEqual(whole(present));
    expect(changed[0]?.after).toMatchObject({
      status: 'read',
      tags: ['a', 'b'],
      note: 'mine\n\n---\n\ntheirs',
      starred: true,
      priority: 2,
      addedAt: 3,
      openedAt: 9,
      paper: {
        title: SPARSE.title,
        otherTitles: [stated.title],
        venue: 'NeurIPS',
        abstract: SPARSE.abstract,
      },
    });
  });

  it('takes a status over only where the file says that it is of later', () => {
    const present = listed(SPARSE, { status: 'reading', statusAt: 100 });
    const statusAfter = (statusAt: number | null) => {
      const { changed, same } = previewImport(
        [record(SPARSE, { status: 'read', statusAt })],
        [present],
        MADE_AT,
      );
      return (changed[0]?.after ?? same[0])?.status;
    };
    expect([statusAfter(99), statusAfter(null), statusAfter(101)]).toEqual(['reading', 'reading', 'read']);
  });

  it('adds nothing when the same file comes a second time', () => {
    const records = [record(SPARSE, { note: 'theirs', tags: ['x'] }), record(DENSE)];
    const once = previewImport(records, [listed(SPARSE, { note: 'mine' })], MADE_AT);
    const after = [...once.changed.map((change) => change.after), ...once.fresh];
    const twice = previewImport(records, after, MADE_AT + 1);
    expect(twice).toMatchObject({ fresh: [], changed: [] });
    expect(twice.same.length).toBe(2);
  });

  it('counts a paper that stands twice in a file once', () => {
    const published = { ...DENSE, id: 'doi:10.1234/harbour.2', arxiv: null };
    const { fresh } = previewImport(
      [record(DENSE, { tags: ['a'] }), record(published, { tags: ['b'] })],
      [],
      MADE_AT,
    );
    expect(fresh.map(({ paper, tags }) => [paper.id, tags])).toEqual([[DENSE.id, ['a', 'b']]]);
  });
});

describe('the same paper', () => {
  const saved = listed(byTitle('Mapping the tides of harbours', { authors: ['Ada Quay', 'Ben Mole'] }));
  const found = (paper: Paper) => previewImport([record(paper)], [saved], MADE_AT).fresh.length === 0;

  it.each([
    ['has its title and an author', { authors: ['Ada Quay'] }, true],
    [
      'has its title, and a DOI that was not known',
      { authors: ['Ada Quay'], doi: '10.1234/x', id: 'doi:10.1234/x' },
      true,
    ],
    [
      'has its title, an identifier, and other authors',
      { authors: ['Cy Jetty'], doi: '10.1234/x', id: 'doi:10.1234/x' },
      false,
    ],
    [
      'has an author and another title',
      { id: 'title:counting', title: 'Counting', authors: ['Ada Quay'] },
      false,
    ],
  ])('%s', (_what, facts, isFound) => {
    expect(found({ ...saved.paper, ...facts })).toBe(isFound);
  });

  it('is known by any of its versions, and is another one where the reader said so, or both have a DOI', () => {
    const doi = '10.1234/published';
    const version = { ...saved.paper, id: `doi:${doi}`, doi, title: 'The Tides of Harbours, Mapped' };
    const both = {
      ...whole(saved),
      versions: [{ paper: version, addedAt: 1, sourceUrl: null, merged: null }],
    };
    const news = (paper: Paper, list = [both]) => previewImport([record(paper)], list, MADE_AT);
    expect(news(version)).toMatchObject({ fresh: [], changed: [], same: [{ paper: saved.paper }] });
    const journal = { ...saved.paper, id: 'doi:10.1234/journal', doi: '10.1234/journal' };
    expect(news(journal).fresh).toHaveLength(1);
    const alone = whole(saved);
    expect(news(journal, [{ ...alone, versions: [] }]).fresh).toEqual([]);
    expect(news(journal, [{ ...alone, versions: [], apart: [journal.id] }]).fresh).toHaveLength(1);
  });

  it('is never replaced by one of the same title that other people wrote', () => {
    const other = { ...saved.paper, authors: ['Cy Jetty'] };
    const { fresh, changed, unreadable } = previewImport([record(other)], [saved], MADE_AT);
    expect({ fresh, changed }).toEqual({ fresh: [], changed: [] });
    expect(unreadable.map(({ reason }) => reason)).toEqual([{ kind: 'title-taken' }]);
  });
});
