import { VISITED_CORPUS_ID, VISITED_CORPUS_NAME } from '../../core/visited/visited-corpus';
import { CorpusBuilder } from '../../core/corpus/builder';
import type { CorpusFolder } from '../../core/corpus/corpus-files';
import type { CorpusManifest } from '../../core/corpus/manifest';
import { dayOf } from '../../core/visited/visited-paper';
import { waitingChanges } from '../../core/visited/visited-due';
import type { CorpusShelf } from '../corpus-shelf';
import type { CorpusStore } from '../corpus-store';
import { partBuilders } from '../filed-corpus';
import type { VisitedStore } from './visited-database';

/** What a fold needs of the world. */
export interface FoldWorld {
  readonly corpora: Pick<CorpusStore, 'stamp'> & { readonly shelf: CorpusShelf };
  readonly visited: Pick<VisitedStore, 'expire' | 'state' | 'after'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const PAPERS_AT_ONCE = 500;

/**
 * Takes away what is too old, and makes the corpus of visited papers anew where it is not what is kept: a new generation, put in
 * place by one write. Killed anywhere it goes on where it stopped, or begins again once more has been noted. True when the corpus is
 * another one. To be called under the lock of imports. `clear` may come at any time: then the build is given up, and nothing put in place.
 */
export async function foldVisited({ corpora, visited, now }: FoldWorld): Promise<boolean> {
  await visited.expire(dayOf(now()));
  // Before the papers are read: what is noted meanwhile is a later change, and is folded again.
  const { changes, papers } = await visited.state();
  const current = await corpora.stamp(VISITED_CORPUS_ID);
  if (waitingChanges({ changes, papers }, current) === 0) return false;
  if (papers === 0) {
    await corpora.shelf.remove(VISITED_CORPUS_ID);
    return true;
  }
  const version = String(changes);
  const build = await corpora.shelf.begin({
    corpusId: VISITED_CORPUS_ID,
    source: version,
    startedAt: now(),
  });
  const { paperCount, bytes } = await built(corpora.shelf.folder(build), visited);
  return corpora.shelf.activate({
    id: VISITED_CORPUS_ID,
    name: VISITED_CORPUS_NAME,
    source: VISITED_CORPUS_ID,
    version,
    generation: build.generation,
    enabled: current?.enabled ?? true,
    paperCount,
    bytes: Object.values(bytes).reduce((sum, each) => sum + each, 0),
    importedAt: now(),
  });
}

async function built(folder: CorpusFolder, visited: FoldWorld['visited']): Promise<CorpusManifest> {
  const builder = await CorpusBuilder.resume(folder, { parts: partBuilders() });
  let last = builder.progress.sourceMark;
  while (!builder.progress.complete) {
    const papers = await visited.after(last, PAPERS_AT_ONCE);
    for (const paper of papers) await builder.add(paper, (last = paper.id));
    if (papers.length < PAPERS_AT_ONCE) break;
  }
  return builder.finish();
}
