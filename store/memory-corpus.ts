import type { CorpusStore } from './corpus-store';
import type { FiledCorpus } from './filed-corpus';

/** A corpus held whole in memory, for browsers that give no database. It is gone with the worker. */
export function createMemoryCorpus(corpus: FiledCorpus, importedAt: number): CorpusStore {
  const papers = new Map(corpus.papers.map((paper) => [paper.id, paper]));
  const stamp = {
    id: corpus.id,
    name: corpus.name,
    version: corpus.version,
    paperCount: corpus.papers.length,
    importedAt,
  };
  return {
    stamp: async (corpusId) => (corpusId === corpus.id ? stamp : null),
    replace: async () => {
      throw new Error('a corpus in memory is made anew, never replaced');
    },
    find: async (keys) => pick(corpus.keys, keys),
    papers: async (ids) => pick(papers, ids),
    textIndex: async () => corpus.textIndex,
  };
}

function pick<V>(all: ReadonlyMap<string, V>, names: readonly string[]): ReadonlyMap<string, V> {
  const found = new Map<string, V>();
  for (const name of names) {
    const value = all.get(name);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}
