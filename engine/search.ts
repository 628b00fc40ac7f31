import type { Paper } from '../core/paper';
import type { ReadingListEntry } from '../core/reading-list/entry';
import type { SearchHit } from '../core/search/hit';
import { searchIndex } from '../core/search/search';
import type { Params } from '../messaging/protocol';
import { briefOf } from './card';
import type { Sources } from './identify';
import { joinRankings } from './ranked';

interface Hit {
  readonly paper: Paper;
  readonly score: number;
  readonly entry: ReadingListEntry | null;
}

/**
 * Answers `search`. A paper that several corpora or a corpus and the list have is one hit. The scores of their indexes
 * are not on quite the same scale, since how rare a word is differs between them; for a ranking by eye that is good enough.
 */
export async function searchPapers(
  { query, limit }: Params<'search'>,
  { corpus, list }: Sources,
): Promise<readonly SearchHit[]> {
  const snapshot = await list.snapshot();
  const fromCorpora = await corpus.ask(async (store) => {
    const rankings = await store.search(query, limit);
    return joinRankings(rankings, await store.papers(rankings.flat().map(({ id }) => id)));
  });
  const hits = fromCorpora.map(({ ranked, paper }): Hit => {
    return { paper, score: ranked.score, entry: snapshot.entryOf(paper) };
  });
  const shown = new Set(hits.map(({ entry }) => entry?.paper.id));
  if (snapshot.entries.size > 0) {
    for (const { id, score } of searchIndex(snapshot.textIndex(), query, limit)) {
      const entry = snapshot.entries.get(id);
      if (entry && !shown.has(id)) hits.push({ paper: entry.paper, score, entry });
    }
  }
  return hits
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ paper, entry }) => ({ paper: briefOf(paper), status: entry?.status ?? null }));
}
