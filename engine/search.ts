import type { PaperBrief } from '../core/paper';
import type { ReadingListEntry } from '../core/reading-list/entry';
import type { SearchHit } from '../core/search/hit';
import { searchIndex } from '../core/search/search';
import { passesFilters, readSearchQuery } from '../core/search/search-query';
import type { Params } from '../messaging/protocol';
import { briefOf } from './card';
import type { Sources } from './identify';
import { joinRankings } from './ranked';
import type { ListSnapshot } from './reading-list';

interface Hit {
  readonly paper: PaperBrief;
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
  const rankings = await corpus.ask((store) => store.search(query, limit));
  const hits = joinRankings(rankings).map(({ paper, score }): Hit => {
    return { paper, score, entry: snapshot.entryOf(paper) };
  });
  const shown = new Set(hits.map(({ entry }) => entry?.paper.id));
  for (const hit of listHits(query, limit, snapshot)) {
    if (!shown.has(hit.paper.id)) hits.push(hit);
  }
  return hits
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ paper, entry }) => ({ paper: briefOf(paper), status: entry?.status ?? null }));
}

/** What of the reading list fits, filtered as a corpus is. */
function listHits(typed: string, limit: number, snapshot: ListSnapshot): readonly Hit[] {
  const { text, filters } = readSearchQuery(typed);
  const { entries } = snapshot;
  if (entries.size === 0) return [];
  if (filters && text === '') {
    return [...entries.values()]
      .filter(({ paper }) => passesFilters(paper, filters))
      .map((entry) => ({ paper: entry.paper, score: entry.paper.year ?? 0, entry }));
  }
  return searchIndex(snapshot.textIndex(), text, filters ? entries.size : limit).flatMap(({ id, score }) => {
    const entry = entries.get(id);
    const isFit = entry && (!filters || passesFilters(entry.paper, filters));
    return isFit ? [{ paper: entry.paper, score, entry }] : [];
  });
}
