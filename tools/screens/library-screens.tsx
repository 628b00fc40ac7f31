import type { JSX } from 'preact';
import { WELL } from '../../tests/samples/health';
import { CorporaStore } from '../../components/library/corpora-store';
import { ExportStore } from '../../components/library/export-store';
import { ImportStore } from '../../components/library/import-store';
import { Library } from '../../components/library/library';
import type { LibraryPorts } from '../../components/library/ports';
import { ListLook } from '../../components/list/look/list-look';
import { ListStore } from '../../components/list/list-store';
import { MapStore } from '../../components/map/map-store';
import { OptionsStore } from '../../components/options/options-store';
import type { CorpusInfo, CorpusOverview } from '../../core/corpus/corpus-info';
import type { Health } from '../../core/health';
import type { FoundFile } from '../../core/import/found-file';
import type { ImportProgress } from '../../core/import/import-progress';
import { backupsOver } from './backup-screens';
import { addingTo, LIST_PORTS } from './list-screens';
import { MAP_PORTS } from './map-screens';
import { OPTIONS_PORTS } from './options-screens';
import { sampleListFiles } from '../../tests/samples/list-files';
import { sampleLookPorts } from '../../tests/samples/list-look';

/** 14 March 2026, noon UTC. */
const THEN = 1_773_489_600_000;
const no = () =>
  Promise.resolve({ ok: false as const, error: { code: 'storage', message: 'it did not work' } });
const done = () => Promise.resolve({ ok: true as const, value: null });

const bundled: CorpusInfo = {
  id: 'bundled',
  name: 'Bundled',
  file: null,
  enabled: true,
  paperCount: 71,
  bytes: 214_000,
  importedAt: THEN,
  errors: 0,
  repair: null,
};
const visited: CorpusInfo = {
  ...bundled,
  id: 'visited',
  name: 'Visited papers',
  file: 'visited',
  paperCount: 3_412,
  bytes: 6_100_000,
};
const OVERVIEW: CorpusOverview = {
  corpora: [
    bundled,
    {
      ...bundled,
      id: 'file-1',
      name: 'arXiv, all of it',
      file: 'arxiv-metadata-oai-snapshot.json.gz',
      paperCount: 2_712_345,
      bytes: 2_140_000_000,
      errors: 12,
    },
    {
      ...bundled,
      id: 'file-2',
      name: `Thesis_${'x'.repeat(80)}`,
      file: `${'library'.repeat(20)}.bib`,
      enabled: false,
      paperCount: 812,
      bytes: 1_300_000,
    },
  ],
  unfinished: [
    {
      corpusId: 'file-3',
      name: 'OpenAlex works on tides',
      file: 'works.jsonl.gz',
      fingerprint: 'f3',
      papers: 104_000,
      startedAt: THEN,
    },
  ],
};
const FOUND: FoundFile = {
  ok: true,
  name: 'arxiv-metadata-oai-snapshot.json.gz',
  title: null,
  fingerprint: 'f4',
  formats: ['arXiv metadata snapshot'],
  skipped: 1,
  papers: 2_712_345,
  isExact: false,
  categories: ['cs.LG', 'cs.CL', 'hep-ph', 'math.CO', 'astro-ph', 'quant-ph', 'stat.ML', 'cond-mat.mes-hall'],
  bytesPerPaper: 790,
};
const PROGRESS: ImportProgress = {
  phase: 'reading',
  papers: 1_204_112,
  duplicates: 3,
  filtered: 40_112,
  bad: 12,
  bytesDone: 620_000_000,
  bytesTotal: 1_400_000_000,
  papersPerSecond: 8_120,
  secondsLeft: 185,
  indexed: 0,
};

const PORTS: LibraryPorts = {
  overview: () => Promise.resolve({ ok: true, value: OVERVIEW }),
  rename: done,
  setEnabled: done,
  remove: done,
  clearVisited: done,
  abandon: done,
  errors: () => Promise.resolve({ ok: true, value: [] }),
  tellChanged: done,
  space: () => Promise.resolve({ usedBytes: 2_142_000_000, freeBytes: 14_200_000_000 }),
  inspect: () => Promise.resolve(FOUND),
  importFile: () => new Promise(() => {}),
  pause: () => {},
  goOn: () => {},
  cancel: () => {},
  exportCorpus: () => new Promise(() => {}),
  cancelExport: () => {},
  download: () => {},
};

interface Stores {
  readonly corpora: CorporaStore;
  readonly imports: ImportStore;
  readonly exports: ExportStore;
}
type Script = (stores: Stores) => unknown;

/** A library page with its own ports, after a reader did something on it. */
function library(
  ports: Partial<LibraryPorts> = {},
  script: Script = () => {},
  health: Partial<Health> = {},
): () => JSX.Element {
  return () => {
    const all = { ...PORTS, ...ports };
    const corpora = new CorporaStore(all);
    const imports = new ImportStore(all, corpora);
    const exports = new ExportStore(all);
    void corpora.load().then(() => script({ corpora, imports, exports }));
    const map = new MapStore(MAP_PORTS);
    const options = new OptionsStore(OPTIONS_PORTS);
    const list = new ListStore(LIST_PORTS, sampleListFiles(THEN), 'en');
    return (
      <Library
        {...{
          section: 'corpora',
          part: '',
          adding: addingTo(list),
          look: new ListLook(sampleLookPorts(), list),
          corpora,
          imports,
          exports,
          map,
          options,
          backups: backupsOver(),
          onDownload: () => {},
          onHealth: () => Promise.resolve({ ok: true, value: { ...WELL, ...health } }),
        }}
      />
    );
  };
}

const offer: Script = ({ imports }) => imports.offer(new File([], FOUND.name));
const start: Script = async (stores) => {
  await offer(stores);
  await stores.imports.start();
};
const progressing = (progress: ImportProgress): Partial<LibraryPorts> => ({
  importFile: (_file, _plan, onProgress) => {
    onProgress(progress);
    return new Promise(() => {});
  },
});

/** Every state of the library page, by name. */
export const libraryScreens: Readonly<Record<string, () => JSX.Element>> = {
  'library-empty': library({
    overview: () => Promise.resolve({ ok: true, value: { corpora: [bundled], unfinished: [] } }),
  }),
  'library-corpora': library(),
  'library-visited': library({
    overview: () => Promise.resolve({ ok: true, value: { corpora: [bundled, visited], unfinished: [] } }),
  }),
  'library-newer': library({}, () => {}, { corpus: 'memory', library: 'session', isNewer: true }),
  'library-loading': library({ overview: () => new Promise(() => {}) }),
  'library-failed': library({ overview: no, space: () => Promise.resolve(null) }),
  'library-remove': library({}, ({ corpora }) => (corpora.toRemove.value = OVERVIEW.corpora[1] ?? null)),
  'library-offer': library({}, offer),
  'library-offer-too-large': library(
    { space: () => Promise.resolve({ usedBytes: 900_000_000, freeBytes: 1_100_000_000 }) },
    offer,
  ),
  'library-offer-resume': library({ inspect: () => Promise.resolve({ ...FOUND, fingerprint: 'f3' }) }, offer),
  'library-running': library(progressing(PROGRESS), start),
  'library-indexing': library(
    progressing({ ...PROGRESS, phase: 'indexing', indexed: 0.42, papersPerSecond: null }),
    start,
  ),
  'library-paused': library(progressing(PROGRESS), (stores) => {
    void start(stores);
    setTimeout(() => stores.imports.pause(), 10);
  }),
  'library-done': library(
    {
      importFile: async () => ({
        kind: 'done',
        corpusId: 'file-4',
        name: 'arXiv',
        progress: PROGRESS,
        trouble: { kind: 'truncated', packedBytes: 400, unpackedBytes: 1_200 },
      }),
    },
    start,
  ),
  'library-exporting': library(
    {
      exportCorpus: (_corpus, onProgress) => {
        onProgress({ papers: 1_204_112, papersTotal: 2_712_345 });
        return new Promise(() => {});
      },
    },
    ({ exports }) => exports.start('file-1', 'arXiv, all of it'),
  ),
  'library-exported': library({ exportCorpus: async () => ({ kind: 'done', missing: 64 }) }, ({ exports }) =>
    exports.start('bundled', 'Bundled'),
  ),
  'library-newer-pack': library(
    {
      inspect: async () => ({
        ok: false,
        name: 'tides.paperkin',
        kind: 'newer',
        pack: { version: 3, versionKnown: 1, madeBy: 'Paperkin 4.2.0' },
      }),
    },
    offer,
  ),
  'library-disk-full': library(
    {
      importFile: async () => ({
        kind: 'stopped',
        reason: 'full',
        message: 'QuotaExceededError: Encountered full disk while committing transaction.',
      }),
    },
    start,
  ),
  'library-unusable': library(
    {
      inspect: async () => ({ ok: false, name: 'thesis.pdf', kind: 'unknown', looksLike: 'pdf' }),
    },
    offer,
  ),
};
