import { describe, expect, it } from 'vitest';
import type { PaperMap } from '../../core/map/paper-map';
import type { Answer } from '../popup/ports';
import { MapStore, type MapOutcome, type MapPorts } from './map-store';

const PAPERS = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase(), year: 2000 }));
const MAP: PaperMap = {
  positions: new Float32Array(4),
  clusterOf: new Uint8Array(2),
  clusters: [],
  kin: Int32Array.from([1, -1, -1, -1, -1, -1, 0, -1, -1, -1, -1, -1]),
};
const no = { ok: false, error: { code: 'storage', message: '' } } as const;
const value = <T>(of: unknown): Answer<T> => ({ ok: true, value: of as T });

function setUp(more: Partial<MapPorts> = {}) {
  const asked: string[] = [];
  const ports: MapPorts = {
    makeMap: async (from, onPart): Promise<MapOutcome> => {
      asked.push('papers' in from ? `list of ${from.papers.length}` : from.corpusId);
      const papers = 'papers' in from ? from.papers : PAPERS;
      onPart({ kind: 'papers', papers, total: 'papers' in from ? papers.length : 5 });
      return { kind: 'done', map: MAP };
    },
    list: async () => value([{ paper: { id: 'b' }, status: 'read' }]),
    card: async (id) => value({ paper: { id, title: id }, status: null }),
    save: async () => value({ status: 'to-read' }),
    setStatus: async (_id, status) => value({ status }),
    write: async () => 'off',
    ...more,
  };
  return { store: new MapStore(ports), asked };
}

describe('MapStore', () => {
  it('shows the papers of a corpus with their status', async () => {
    const { store, asked } = setUp();
    await store.show();
    expect([store.state.value.kind, store.map.value, store.total.value]).toEqual(['done', MAP, 5]);
    expect([store.statusOf(0), store.statusOf(1)]).toEqual([null, 'read']);
    await store.show({ kind: 'list' });
    expect(asked).toEqual(['bundled', 'list of 1']);
  });

  it('takes nothing of a map that was given up for another', async () => {
    let tell: (() => void) | null = null;
    const { store } = setUp({
      makeMap: (from, onPart) =>
        'papers' in from
          ? Promise.resolve({ kind: 'done', map: MAP })
          : new Promise((resolve) => {
              tell = () => {
                onPart({ kind: 'papers', papers: [], total: 0 });
                resolve({ kind: 'cancelled' });
              };
            }),
    });
    const first = store.show();
    await Promise.resolve();
    await Promise.resolve();
    const second = store.show({ kind: 'list' });
    (tell as (() => void) | null)?.();
    await Promise.all([first, second]);
    expect([store.state.value.kind, store.map.value]).toEqual(['done', MAP]);
  });

  it.each([
    ['cannot be made', { makeMap: async () => ({ kind: 'failed' }) as const }],
    ['is of a corpus that is gone', { makeMap: async () => ({ kind: 'gone' }) as const }],
  ])('says so when the map %s', async (_what, ports) => {
    const { store } = setUp(ports);
    await store.show();
    expect(store.state.value.kind).toBe('failed');
  });

  it('says so when the list cannot be read, and shows a corpus all the same', async () => {
    const { store } = setUp({ list: async () => no });
    await store.show({ kind: 'list' });
    expect(store.state.value.kind).toBe('failed');
    await store.show({ kind: 'corpus', id: 'x' });
    expect(store.state.value.kind).toBe('done');
  });

  it('opens a card, saves from it, and shows the status on the map', async () => {
    const { store } = setUp();
    await store.show();
    store.select(0);
    expect(store.current.value).toBe(0);
    await Promise.resolve();
    await Promise.resolve();
    expect(store.card.value?.kind).toBe('ready');
    await store.save();
    expect([store.statusOf(0), store.saving.value]).toEqual(['to-read', 'idle']);
    await store.setStatus('reading');
    expect(store.statusOf(0)).toBe('reading');
    store.open({ id: 'b', title: 'B' });
    expect(store.current.value).toBe(1);
    store.select(null);
    expect(store.card.value).toBeNull();
  });

  it('opens the card of a kin that is not on the map, and draws nobody out', async () => {
    const { store } = setUp();
    await store.show();
    store.select(0);
    store.open({ id: 'elsewhere', title: 'Elsewhere' });
    await Promise.resolve();
    await Promise.resolve();
    expect([store.card.value?.kind, store.current.value]).toEqual(['ready', null]);
  });

  it('comes back with the glyphs of what was saved meanwhile, and with a list that is another', async () => {
    let list = [{ paper: { id: 'b' }, status: 'read' }];
    const { store, asked } = setUp({ list: async () => value(list) });
    await store.resume();
    list = [...list, { paper: { id: 'a' }, status: 'reading' }];
    await store.resume();
    expect([store.statusOf(0), store.statusOf(1)]).toEqual(['reading', 'read']);
    expect(asked).toEqual(['bundled']);
    await store.show({ kind: 'list' });
    await store.resume();
    expect(asked).toEqual(['bundled', 'list of 2']);
    list = [...list.slice(1), { paper: { id: 'c' }, status: 'read' }];
    await store.resume();
    expect(asked).toEqual(['bundled', 'list of 2', 'list of 2']);
    expect(store.papers.value.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('says when a save failed', async () => {
    const { store } = setUp({ save: async () => no });
    await store.show();
    store.select(0);
    await Promise.resolve();
    await Promise.resolve();
    await store.save();
    expect([store.saving.value, store.statusOf(0)]).toEqual(['failed', null]);
  });
});
