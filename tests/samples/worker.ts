import { sharedTermsOf } from '../../core/kin/shared-terms';
import { summarise } from '../../core/summary/summarise';
import { createEngine, type Engine } from '../../engine/engine';
import { keeper } from '../../engine/keeper/keeper';
import { sync } from '../../engine/sync/sync';
import { visited } from '../../engine/visited/visited';
import type { EnginePorts } from '../../engine/ports';
import { openCorpusDatabase } from '../../store/corpus-database';
import { openDenials, type LocalPort } from '../../store/denials';
import { openLibraryDatabase } from '../../store/library-database';
import { openSessionLibrary, type SessionPort } from '../../store/session-library';
import { sampleDirectory } from './directory';
import { sampleBundle } from './papers';

/** A browser session, as `browser.storage.session` keeps one: values are copied in and out. */
export function sampleSession(): SessionPort {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => structuredClone(values.get(key)),
    set: async (key, value) => void values.set(key, structuredClone(value)),
  };
}

/** What `browser.storage.local` keeps, for one worker. */
function sampleLocal(): LocalPort {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => structuredClone(values.get(key)),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (key) => void values.delete(key),
  };
}

/** What a keeper keeps backups with, where nothing looks at them. */
export function sampleKeep(): EnginePorts['keep'] {
  const values = new Map<string, unknown>();
  return {
    local: {
      get: async (keys) => Object.fromEntries(keys.map((key) => [key, structuredClone(values.get(key))])),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) values.set(key, structuredClone(value));
      },
    },
    storage: sampleDirectory().storage,
    madeBy: 'Paperkin 0.0.0',
    report: () => undefined,
  };
}

/** What `browser.storage.sync` keeps, for one worker. */
function sampleArea(): EnginePorts['sync']['area'] {
  const items = new Map<string, string>();
  return {
    get: async () => Object.fromEntries(items),
    set: async (set) => Object.entries(set).forEach(([key, value]) => items.set(key, value)),
    remove: async (keys) => keys.forEach((key) => items.delete(key)),
  };
}

let clock = 1_000;

/** A worker that has just started: the databases are those of the workers before it, its memory is empty. */
export function startWorker(session: SessionPort, ports: Partial<EnginePorts> = {}): Engine {
  const corpora = openCorpusDatabase();
  const now = ports.now ?? (() => (clock += 1));
  const library = openLibraryDatabase(now);
  return createEngine({
    corpus: corpora,
    shelf: corpora.shelf,
    repairs: corpora.repairs,
    requestRepair: () => undefined,
    loadKeeper: async () => keeper,
    keep: sampleKeep(),
    loadSync: async () => sync,
    loadVisited: async () => visited,
    sync: { store: library.sync, area: sampleArea(), setOn: async () => {}, chance: () => 0.5 },
    loadSummariser: async () => summarise,
    loadSharedTerms: async () => sharedTermsOf,
    isImportRunning: async () => false,
    library,
    session: openSessionLibrary(session),
    denials: openDenials(sampleLocal()),
    now,
    bundledVersion: 'v1',
    loadBundled: () => sampleBundle(),
    loadWordVectors: async () => new Uint8Array(0),
    onListChanged: () => undefined,
    onListEdited: () => undefined,
    onCorporaChanged: () => undefined,
    ...ports,
  });
}
