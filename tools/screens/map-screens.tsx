import type { JSX } from 'preact';
import { MapScreen } from '../../components/map/map-screen';
import { MapStore, type MapPorts } from '../../components/map/map-store';
import { makeMap } from '../../core/map/make-map';
import type { CorpusInfo } from '../../core/corpus/corpus-info';
import type { ReadingStatus } from '../../core/reading-list/entry';
import { cardOf, papers, entryOf } from './fixtures';

const STATUSES: readonly ReadingStatus[] = ['to-read', 'reading', 'read'];
const SAVED = papers
  .filter((_, at) => at % 6 === 0)
  .map((of, at) => entryOf(of, STATUSES[at % 3] ?? 'read', at));

/** The bundled papers, placed as they would be, on this page's own thread. */
export const MAP_PORTS: MapPorts = {
  async makeMap(from, onPart) {
    const shown = 'papers' in from ? from.papers : papers;
    const titles = shown.map(({ id, title, year }) => ({ id, title, year }));
    onPart({ kind: 'papers', papers: titles, total: shown.length });
    return { kind: 'done', map: makeMap(shown, null) };
  },
  list: async () => ({ ok: true, value: SAVED }),
  card: async (id) => {
    const found = papers.find((each) => each.id === id);
    return found
      ? { ok: true, value: cardOf(found) }
      : { ok: false, error: { code: 'not-found', message: '' } };
  },
  save: () => new Promise(() => {}),
  setStatus: () => new Promise(() => {}),
  write: () => Promise.resolve('off'),
};

const CORPORA: readonly CorpusInfo[] = [
  {
    id: 'bundled',
    name: 'Papers that come with Paperkin',
    file: null,
    enabled: true,
    paperCount: papers.length,
    bytes: 1,
    importedAt: 0,
    errors: 0,
    repair: null,
  },
];

function map(
  ports: Partial<MapPorts> = {},
  script: (store: MapStore) => unknown = () => {},
): () => JSX.Element {
  return () => {
    const store = new MapStore({ ...MAP_PORTS, ...ports });
    void store.show().then(() => script(store));
    return (
      <div class="pk-base pk-library" data-section="map">
        <main>
          <MapScreen store={store} corpora={CORPORA} onDownload={() => {}} />
        </main>
      </div>
    );
  };
}

/** Every state of the map, by name. */
export const mapScreens: Readonly<Record<string, () => JSX.Element>> = {
  map: map(),
  'map-card': map({}, (store) => store.select(33)),
  'map-making': map({
    makeMap: (_from, onPart) => {
      onPart({ kind: 'reading', share: 0.4 });
      return new Promise(() => {});
    },
  }),
  'map-failed': map({ makeMap: async () => ({ kind: 'failed' }) }),
  'map-empty': map({
    makeMap: async (_from, onPart) => {
      onPart({ kind: 'papers', papers: [], total: 0 });
      return { kind: 'done', map: makeMap([], null) };
    },
  }),
};
