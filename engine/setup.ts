import { BUNDLED_CORPUS_ID, type CorpusStore } from '../store/corpus-store';
import { createMemoryCorpus } from '../store/memory-corpus';
import { StorageError } from '../store/storage-error';
import { readBundled } from './bundled';
import type { EnginePorts } from './ports';
import { createRepairs, type Repairs } from './repairs';

/** The corpus that serves just now: the one on disk or, where the database refuses, the bundled one in memory. */
export interface CorpusAccess {
  /** Asks the corpus once it is there: the first call installs it. A `StorageError` on the way is met from memory. */
  ask<T>(question: (corpus: CorpusStore) => Promise<T>): Promise<T>;
  /** Why it serves from memory; null while the database does. */
  trouble(): StorageError | null;
  readonly repairs: Repairs;
}

/** Sets the corpus up at the first question. Concurrent ones share that; after a failed one the next tries again. */
export function accessCorpus(ports: EnginePorts): CorpusAccess {
  let serving: Promise<CorpusStore> | null = null;
  let trouble: StorageError | null = null;
  const repairs = createRepairs(ports);

  function serve(start: () => Promise<CorpusStore>): Promise<CorpusStore> {
    const starting = start();
    serving = starting;
    starting.catch(() => {
      if (serving === starting) serving = null;
    });
    return starting;
  }

  async function fromMemory(reason: StorageError): Promise<CorpusStore> {
    const filed = await readBundled(ports);
    trouble = reason;
    return createMemoryCorpus(filed, ports.now());
  }

  async function fromDatabase(): Promise<CorpusStore> {
    try {
      await installBundled(ports);
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
      if (corpus === ports.corpus) void unlessRefused(repairs.attend(corpus.damages()));
      return answer;
    } catch (error) {
      if (!(error instanceof StorageError) || corpus !== ports.corpus) throw error;
      // Several questions may fail at once: only the first brings the corpus into memory.
      return question(await (serving === asked || !serving ? serve(() => fromMemory(error)) : serving));
    }
  }

  return { ask, trouble: () => trouble, repairs };
}

/** After the answer that met the damage, which was the poorer for it: the reader need not wait. */
async function unlessRefused(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
  }
}

async function installBundled(ports: EnginePorts): Promise<void> {
  const stamp = await ports.corpus.stamp(BUNDLED_CORPUS_ID);
  if (stamp?.version === ports.bundledVersion) return;
  await ports.corpus.replace(await readBundled(ports), ports.now());
}
