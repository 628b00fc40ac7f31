import { describe, expect, it } from 'vitest';
import { LibraryStore } from './library-store';
import {
  entry,
  fakeClock,
  fakePorts,
  mention,
  paper as paperOf,
  refused,
} from '../../tests/popup/fake-ports';
import { UNDO_MIN_MS } from './undo';

const ids = (library: LibraryStore) => library.entries.value?.map(({ paper }) => paper.id);

async function open(list = [entry('c', 'read', 30), entry('b', 'to-read', 20), entry('a', 'to-read', 10)]) {
  const ports = fakePorts(list);
  const clock = fakeClock();
  const library = new LibraryStore(ports, clock);
  await library.load();
  return { library, clock, ports };
}

describe('the library', () => {
  it('puts a removed entry back where it was, as it was', async () => {
    const { library, ports } = await open();
    await library.remove('b');
    expect(ids(library)).toEqual(['c', 'a']);
    await library.undo();
    expect(ids(library)).toEqual(['c', 'b', 'a']);
    expect(ports.restore).toHaveBeenCalledWith(entry('b', 'to-read', 20));
    expect(library.undoOffer.value).toBeNull();
  });

  it('keeps on offer what could not be put back', async () => {
    const ports = fakePorts([entry('a'), entry('b')], { restore: () => refused() });
    const library = new LibraryStore(ports, fakeClock());
    await library.load();
    await library.remove('a');
    await library.undo();
    expect(library.undoOffer.value?.entries.map(({ paper }) => paper.id)).toEqual(['a']);
    expect(library.trouble.value).toBe('list_undo_failed');
  });

  it('lets the offer end 8 s after the removal, once the reader went on', async () => {
    const { library, clock } = await open();
    await library.remove('b');
    clock.advance(60_000);
    expect(library.undoOffer.value).not.toBeNull();
    await library.remove('c');
    clock.advance(1_000);
    await library.setStatus('a', 'reading');
    clock.advance(UNDO_MIN_MS - 1_001);
    expect(library.undoOffer.value?.entries).toHaveLength(2);
    clock.advance(1);
    expect(library.undoOffer.value).toBeNull();
  });

  it('keeps the entry and says so when it cannot be removed', async () => {
    const library = new LibraryStore(fakePorts([entry('a')], { remove: () => refused() }), fakeClock());
    await library.load();
    await library.remove('a');
    expect(ids(library)).toEqual(['a']);
    expect([library.trouble.value, library.undoOffer.value]).toEqual(['list_remove_failed', null]);
  });

  it('knows a mention by what saving it answered', async () => {
    const { library } = await open();
    const found = mention('New');
    await library.save({ mention: found });
    expect(library.statusOf({ ...paperOf('?'), id: library.idOf(found) }, null)).toBe('to-read');
    expect(ids(library)?.[0]).toBe('title:New');
  });

  it('goes by what was said of a paper until the list is read, then by the list', async () => {
    const library = new LibraryStore(fakePorts([entry('a', 'read')]), fakeClock());
    expect(library.statusOf(paperOf('a'), 'reading')).toBe('reading');
    await library.load();
    expect(library.statusOf(paperOf('a'), 'reading')).toBe('read');
    expect(library.statusOf(paperOf('gone'), 'reading')).toBeNull();
  });

  it('knows a paper that was saved from a page without identifiers by its title', async () => {
    const title = 'Learning to Name Birds by Ear';
    const saved = { ...entry('x', 'reading'), paper: { ...paperOf('title:x'), title } };
    const { library } = await open([saved]);
    const known = { ...paperOf('arxiv:2110.06014'), arxiv: '2110.06014', title };
    expect(library.statusOf(known, null)).toBe('reading');
    expect(library.entryOf(known)?.paper.id).toBe('title:x');
    expect(library.statusOf({ ...known, title: 'Learning to Name Bees by Ear' }, null)).toBeNull();
  });

  it('does not pass one saved entry for the whole list', async () => {
    const library = new LibraryStore(fakePorts([entry('a'), entry('b')]), fakeClock());
    await library.save({ paperId: 'c' });
    await Promise.resolve();
    expect(ids(library)?.toSorted()).toEqual(['a', 'b', 'c']);
  });
});
