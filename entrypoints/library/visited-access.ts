import { VISITED_CORPUS_ID, VISITED_DUE } from '../../core/visited/visited-corpus';
import { browser } from 'wxt/browser';
import type { Answer } from '../../components/popup/ports';
import type { VisitedFacts, VisitedPorts } from '../../components/options/visited-store';
import { call } from '../../messaging/client';
import { openCorpusDatabase } from '../../store/corpus-database';
import { openVisitedDatabase } from '../../store/visited/visited-database';

type Stores = {
  readonly visited: ReturnType<typeof openVisitedDatabase>;
  readonly corpora: ReturnType<typeof openCorpusDatabase>;
};

/** Papers whose size stands for that of all. */
const SAMPLE = 100;

/** The visited papers, read and cleared in their databases: the background has no code for either. */
export function visitedAccess(): VisitedPorts {
  return { visited: () => inStores(factsOf), clearVisited };
}

/** Has what waits made searchable, and what is over the limit taken away, soon; nothing where nothing was ever kept. */
export async function seeToVisited(): Promise<void> {
  const kept = await browser.storage.local.get([VISITED_DUE]).catch(() => ({}));
  if (VISITED_DUE in kept) await call('page/visited', { papers: [] });
}

async function factsOf({ visited, corpora }: Stores): Promise<VisitedFacts> {
  // A reader who never said yes has no database of them, and gets none for having asked.
  if (!(VISITED_DUE in (await browser.storage.local.get([VISITED_DUE])))) return { papers: 0, bytes: 0 };
  const { papers } = await visited.state();
  const sample = await visited.after(null, SAMPLE);
  const each = JSON.stringify(sample).length / Math.max(1, sample.length);
  const stamp = await corpora.stamp(VISITED_CORPUS_ID);
  return { papers, bytes: Math.round(papers * each) + (stamp?.bytes ?? 0) };
}

/** The papers first: a corpus that is being made of them is given up by the second step, and none is made after it. */
async function clearVisited(): Promise<Answer<null>> {
  const answer = await inStores(async ({ visited, corpora }) => {
    await visited.clear();
    await corpora.shelf.remove(VISITED_CORPUS_ID);
    return null;
  });
  await call('corpora/changed', {});
  return answer;
}

async function inStores<T>(work: (stores: Stores) => Promise<T>): Promise<Answer<T>> {
  const stores = { visited: openVisitedDatabase(), corpora: openCorpusDatabase() };
  try {
    return { ok: true, value: await work(stores) };
  } catch (error) {
    return { ok: false, error: { code: 'storage', message: String(error) } };
  } finally {
    await Promise.allSettled([stores.visited.close(), stores.corpora.close()]);
  }
}
