import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { freshEntry, type ReadingListEntry } from './entry';
import { entriesInOrder, entriesInView, WHOLE_LIST, type ListView } from './view';

const entry = (id: string, facts: Partial<ReadingListEntry>, title = id, year: number | null = 2024) => ({
  ...freshEntry(samplePaper({ id, title, year, authors: ['Zoë Quay'] }), 1, null),
  ...facts,
});
const ENTRIES = [
  entry(
    'a',
    { addedAt: 3, statusAt: 9, status: 'read', tags: ['ML/vision'], openedAt: 5 },
    'Éclairs 10',
    2020,
  ),
  entry('b', { addedAt: 2, statusAt: 2, starred: true, tags: ['ml'], priority: 3 }, 'eclairs 9', null),
  entry(
    'c',
    { addedAt: 1, statusAt: 3, note: 'Kites *over* the sea', tags: ['mlops'], openedAt: 8 },
    'Zebras',
  ),
];
const shown = (view: Partial<ListView>) =>
  entriesInView(entriesInOrder(ENTRIES, { ...WHOLE_LIST, ...view }, 'en'), { ...WHOLE_LIST, ...view })
    .map(({ paper }) => paper.id)
    .join('');

describe('a view of the list', () => {
  it.each<[string, Partial<ListView>, string]>([
    ['everything, last added first', {}, 'abc'],
    ['a status', { status: 'to-read' }, 'bc'],
    ['a tag with what is below it', { tag: 'ml' }, 'ab'],
    ['stars', { starredOnly: true }, 'b'],
    ['words of the title, without accents', { text: 'ECLAIRS 1' }, 'a'],
    ['an author', { text: 'zoe' }, 'abc'],
    ['the note', { text: 'kites SEA' }, 'c'],
    ['a tag by its name', { text: 'mlops' }, 'c'],
    ['all filters at once', { text: 'quay', tag: 'ml', status: 'to-read', starredOnly: true }, 'b'],
    ['nothing where one does not fit', { text: 'quay kite', tag: 'ml' }, ''],
  ])('shows %s', (_what, view, expected) => expect(shown(view)).toBe(expected));

  it.each([
    ['added', 'abc', 'cba'],
    ['status', 'acb', 'bca'],
    ['title', 'bac', 'cab'],
    ['year', 'cab', 'acb'],
    ['priority', 'bac', 'acb'],
    ['opened', 'cab', 'acb'],
  ] as const)('sorts by %s, what lacks it last', (order, forward, backward) => {
    expect([shown({ order }), shown({ order, isReversed: true })]).toEqual([forward, backward]);
  });

  it('reads the words of an entry once, however often they are asked for', () => {
    let isRead = 0;
    const [first] = ENTRIES;
    if (!first) throw new Error('no entry');
    const { note: _note, ...facts } = first;
    const watched: ReadingListEntry = {
      ...facts,
      get note() {
        isRead += 1;
        return 'Kites over the sea';
      },
    };
    for (const text of ['k', 'ki', 'kit', 'sea ki', 'none']) {
      const found = entriesInView([watched], { ...WHOLE_LIST, text });
      expect(found).toEqual(text === 'none' ? [] : [watched]);
      expect(isRead).toBe(1);
    }
  });
});
