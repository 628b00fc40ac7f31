import type { CallName, Params, Value } from '../messaging/protocol';
import { StorageError } from '../store/storage-error';
import { CallError } from './call-error';
import { makeCard } from './card';
import { denyPaper } from './denials';
import { reportHealth } from './health';
import { JoinedLibrary } from './joined-library';
import {
  allBinned,
  allEntries,
  changeVersions,
  editList,
  emptyBin,
  removeFromList,
  restoreToList,
  revertJoined,
  saveToList,
  setStatus,
  tendList,
} from './list';
import type { EnginePorts } from './ports';
import { rememberReadingList } from './reading-list';
import { resolveMentions } from './resolve';
import { scanText } from './scan-text';
import { searchPapers } from './search';
import { accessCorpus } from './setup';
import { syncCalls } from './sync-calls';
import { accessWordVectors } from './word-vectors';

/** What is about the sender's tab and no paper; the background's wiring answers it. */
type AboutTab = 'page/known-count' | 'page/load-card-view';

/** One function for each call; expected trouble rejects with a `CallError`. */
export type Engine = {
  readonly [K in Exclude<CallName, AboutTab>]: (params: Params<K>) => Promise<Value<K>>;
};

/** Makes the engine. Nothing is opened or read before the first call. */
export function createEngine(ports: EnginePorts): Engine {
  const sources = {
    ports,
    corpus: accessCorpus(ports),
    list: rememberReadingList(new JoinedLibrary(ports.library, ports.session, ports.now)),
    wordVectors: accessWordVectors(ports),
  };
  const { loadKeeper } = ports;
  const sync = syncCalls(sources);
  return {
    'page/resolve': inWords((params) => resolveMentions(params, sources)),
    'page/scan-text': inWords((params) => scanText(params, sources)),
    'page/visited': inWords(async (params) => (await ports.loadVisited()).note(params, ports)),
    'paper/card': inWords((params) => makeCard(params, sources)),
    'paper/deny': inWords((params) => denyPaper(params, sources)),
    'list/save': inWords((params) => saveToList(params, sources)),
    'list/set-status': inWords((params) => setStatus(params, sources)),
    'list/all': inWords(() => allEntries(sources)),
    'list/edit': inWords((params) => editList(params, sources)),
    'list/remove': inWords((params) => removeFromList(params, sources)),
    'list/restore': inWords((params) => restoreToList(params, sources)),
    'list/revert': inWords((params) => revertJoined(params, sources)),
    'list/versions': inWords((params) => changeVersions(params, sources)),
    'list/tend': inWords(({ isStart }) => tendList(isStart ? null : 0, sources)),
    'bin/all': inWords(() => allBinned(sources)),
    'bin/empty': inWords((params) => emptyBin(params, sources)),
    search: inWords((params) => searchPapers(params, sources)),
    'corpora/all': inWords(async () => (await loadKeeper()).allCorpora(sources)),
    'corpora/change': inWords(async (params) => (await loadKeeper()).changeCorpus(params, sources)),
    'corpora/remove': inWords(async (params) => (await loadKeeper()).removeCorpus(params, sources)),
    'corpora/abandon': inWords(async (params) => (await loadKeeper()).abandonImport(params, sources)),
    'corpora/errors': inWords(async (params) => (await loadKeeper()).errorsOfCorpus(params, sources)),
    'corpora/changed': () => noteCorporaChanged(ports),
    'sync/state': inWords(sync.state),
    'sync/set': inWords(sync.set),
    'sync/now': inWords(sync.now),
    'sync/file': inWords(sync.file),
    health: inWords(() => reportHealth(sources)),
  };
}

async function noteCorporaChanged({ corpus, onCorporaChanged }: EnginePorts): Promise<null> {
  corpus.forget();
  onCorporaChanged();
  return null;
}

/** Turns a store's trouble into what the wire calls it. */
function inWords<P, V>(call: (params: P) => Promise<V>): (params: P) => Promise<V> {
  return async (params) => {
    try {
      return await call(params);
    } catch (error) {
      if (error instanceof StorageError) throw new CallError('storage', error.message, { cause: error });
      throw error;
    }
  };
}
