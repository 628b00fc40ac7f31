import type { CorpusStore, FiledCorpus } from './corpus-store';
import { JoinedCorpora } from './joined-corpora';

/** A corpus held whole in memory, for browsers that give no database. It is gone with the worker. */
export function createMemoryCorpus({ files, facts }: FiledCorpus, importedAt: number): CorpusStore {
  const stamp = { ...facts, generation: 1, enabled: true, importedAt };
  const corpora = new JoinedCorpora({ stamps: async () => [stamp], filesOf: () => files });
  return {
    stamp: async (corpusId) => (corpusId === stamp.id ? stamp : null),
    stamps: async () => [stamp],
    replace: async () => {
      throw new Error('a corpus in memory is made anew, never replaced');
    },
    find: (keys) => corpora.find(keys),
    papers: (ids) => corpora.papers(ids),
    tell: corpora.tell,
    noisyTitles: corpora.noisyTitles,
    titlesInText: corpora.titlesInText,
    search: corpora.search,
    kin: corpora.kin,
    kinAmong: corpora.kinAmong,
    damages: () => corpora.damages,
    forget: () => corpora.forget(),
  };
}
