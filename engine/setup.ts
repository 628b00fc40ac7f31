import { BUNDLED_CORPUS_ID, type CorpusContent, type CorpusStore } from '../store/corpus-store';
import { fileCorpus } from '../store/filed-corpus';
import { createMemoryCorpus } from '../store/memory-corpus';
import { StorageError } from '../store/storage-error';
import type { EnginePorts } from './ports';

/** The corpus that serves just now: the one on disk or, where the database refuses, the bundled one in memory. */
export interface CorpusAccess {
  /** Asks the corpus once it is there: the first call imports it. A `StorageError` on the way is met from memory. */
  ask<T>(question: (corpus: CorpusStore) => Promise<T>): Promise<T>;
  /** Why it serves from memory; null while the database does. */
  trouble(): StorageError | null;
}

/** Sets the corpus up at the first question. Concurrent ones share the import; after a failed one the next tries again. */
export function accessCorpus(ports: EnginePorts): CorpusAccess {
  let serving: Promise<CorpusStore> | null = null;
  let trouble: StorageError | null = null;

  function serve(start: () => Promise<CorpusStore>): Promise<CorpusStore> {
    const starting = start();
    serving = starting;
    starting.catch(() => {
      if (serving === starting) serving = null;
    });
    return starting;
  }

  async function fromMemory(reason: StorageError): Promise<CorpusStore> {
    const filed = await fileCorpus(await loadContent(ports));
    trouble = reason;
    return createMemoryCorpus(filed, ports.now());
  }

  async function fromDatabase(): Promise<CorpusStore> {
    try {
      await importBundled(ports);
      return ports.corpus;
    } catch (error) {
      if (error instanceof StorageError) return fromMemory(error);
      throw error;
    }
  }

  async function ask<T>(question: (corpus: CorpusStore) => Promise<T>): Promise<T> {
    const asked = serving ?? serve(fromDatabase);
    const corpus = await asked;
    try {
      const answer = await question(corpus);
      if (corpus.damages().length > 0) void repair(corpus);
      return answer;
    } catch (error) {
      if (!(error instanceof StorageError) || corpus !== ports.corpus) throw error;
      // Several questions may fail at once: only the first brings the corpus into memory.
      return question(await (serving === asked || !serving ? serve(() => fromMemory(error)) : serving));
    }
  }

  return { ask, trouble: () => trouble };
}

/**
 * After the answer that met the damage, which was the poorer for it: the reader need not wait. A bundled corpus that was
 * beyond repair is imported again by the next worker.
 */
async function repair(corpus: CorpusStore): Promise<void> {
  try {
    await corpus.repair();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
  }
}

async function importBundled(ports: EnginePorts): Promise<void> {
  const stamp = await ports.corpus.stamp(BUNDLED_CORPUS_ID);
  if (stamp?.version === ports.bundledVersion) return;
  await ports.corpus.replace(await loadContent(ports), ports.now());
}

async function loadContent(ports: EnginePorts): Promise<CorpusContent> {
  const bundled = await ports.loadBundled();
  return { ...bundled, id: BUNDLED_CORPUS_ID, source: 'bundled', version: ports.bundledVersion };
}
