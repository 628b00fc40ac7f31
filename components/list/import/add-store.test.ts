import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadingListEntry } from '../../../core/reading-list/entry';
import { entry, ok, paper, refused } from '../../../tests/popup/fake-ports';
import type { ListStore } from '../list-store';
import type { AddStore } from './add-store';
import { addingTo, importPorts, listOver } from '../../../tests/samples/list-imports';
import type { ListImportPorts } from './ports';

let kept: Map<string, ReadingListEntry>;
let list: ListStore;
let ports: ListImportPorts;
let adding: AddStore;
const named = () => {
  const state = adding.state.value;
  if (state.kind !== 'named') throw new Error(state.kind);
  return state;
};

beforeEach(async () => {
  kept = new Map();
  list = await listOver(kept);
  ports = importPorts({ '2110.11309': 'known', '2103.00020': 'known' });
  adding = addingTo(list, ports);
});

describe('a text', () => {
  it('is understood before anything is saved, each paper once', async () => {
    await adding.take('2110.11309 https://arxiv.org/abs/2103.00020 10.1234/x https://example.org/', '');
    expect(named().papers.map(({ known, naming }) => known?.id ?? naming.said)).toEqual([
      'known',
      '10.1234/x',
    ]);
    expect(named().untold).toEqual(['https://example.org/']);
    expect(kept.size).toBe(0);
    adding.tags.value = 'a, b';
    adding.note.value = 'why';
    adding.change(1, { title: 'Gulls' });
    await adding.save();
    expect(adding.state.value).toEqual({ kind: 'saved', fresh: 2, others: 0, isWhole: true });
    expect(kept.get('known')).toMatchObject({ paper: paper('known'), tags: ['a', 'b'], note: 'why' });
    expect(kept.get('doi:10.1234/x')).toMatchObject({ paper: { title: 'Gulls', doi: '10.1234/x' } });
    await list.undo();
    expect(kept.size).toBe(0);
  });

  it('that names what is on the list adds tags and note to it, or nothing', async () => {
    kept.set('known', { ...entry('known', 'read'), note: 'mine' });
    await list.load();
    await adding.take('2110.11309', '');
    await adding.save();
    expect(adding.state.value).toMatchObject({ kind: 'saved', fresh: 0, others: 1 });
    await adding.take('2110.11309', '');
    adding.tags.value = 'new';
    await adding.save();
    expect(adding.state.value).toMatchObject({ kind: 'saved', fresh: 0, others: 1 });
    expect(kept.get('known')).toMatchObject({ status: 'read', note: 'mine', tags: ['new'] });
  });

  it('that is a title nobody knows offers what is near to it', async () => {
    const hit = { paper: paper('near'), status: null };
    vi.mocked(ports.search).mockReturnValue(ok([hit]));
    await adding.take('Near title', '');
    expect(named().hits).toEqual([hit]);
    await adding.choose(hit);
    expect(named()).toMatchObject({ hits: [], papers: [{ known: { id: 'near' } }] });
  });

  it('is saved as what was chosen, however soon after, and not at all where that cannot be read', async () => {
    const hit = { paper: paper('near'), status: null };
    vi.mocked(ports.search).mockReturnValue(ok([hit]));
    await adding.take('Near title', '');
    vi.mocked(ports.card).mockReturnValueOnce(refused());
    void adding.choose(hit);
    await adding.save();
    expect([adding.state.value, kept.size]).toEqual([{ kind: 'failed' }, 0]);
    await adding.take('Near title', '');
    void adding.choose(hit);
    adding.change(0, { title: 'Near titles' });
    await adding.save();
    expect([...kept.keys()]).toEqual(['near']);
  });

  it('of records goes the way of files', async () => {
    void adding.take('@article{a, title={B}}', 'pasted');
    await vi.waitFor(() => expect(ports.read).toHaveBeenCalledWith(expect.any(Blob), 'pasted', []));
    expect(adding.state.value.kind).toBe('idle');
  });

  it('is not saved while a paper has neither identifier nor title', async () => {
    await adding.take('https://openreview.net/forum?id=a1', '');
    expect(adding.canSave.value).toBe(false);
    await adding.save();
    expect(kept.size).toBe(0);
    adding.change(0, { title: 'Gulls' });
    expect(adding.canSave.value).toBe(true);
  });

  it('is answered honestly where nothing answers', async () => {
    vi.mocked(ports.resolve).mockReturnValue(refused());
    await adding.take('2110.11309', '');
    expect(adding.state.value).toEqual({ kind: 'failed' });
  });
});

describe('tabs', () => {
  it('count where their address names a paper', async () => {
    vi.mocked(ports.openTabs).mockResolvedValue([
      { url: 'https://arxiv.org/abs/2110.11309', title: 'x' },
      { url: 'https://openreview.net/forum?id=a1', title: 'Gulls in harbours | OpenReview' },
      { url: 'https://mail.example.org/', title: 'Some mail with a long title' },
      { url: 'chrome://settings/', title: 'Settings' },
    ]);
    await adding.takeTabs();
    expect(named().papers.map(({ known, title }) => known?.id ?? title)).toEqual([
      'known',
      'Gulls in harbours',
    ]);
  });

  it('are not there without leave', async () => {
    await adding.takeTabs();
    expect(adding.state.value).toEqual({ kind: 'refused' });
  });
});
