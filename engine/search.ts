import type { FoundKin } from '../core/corpus/terms-of-corpus';
import type { PaperBrief } from '../core/paper';
import type { ReadingListEntry } from '../core/reading-list/entry';
import type { SearchHit } from '../core/search/hit';
import { EXACT_TITLE_BONUS } from '../core/search/ranking';
import { searchIndex } from '../core/search/search';
import { passesFilters, readSearchQuery } from '../core/search/search-query';
import { sentenceOf } from '../core/search/sentence';
import type { Params } from '../messaging/protocol';
import { briefOf } from './brief';
import type { Sources } from './identify';
import { joinRankings } from './ranked';
import type { ListSnapshot } from './reading-list';

/** Of the reading list so many are weighed for a sentence. */
const LIST_CANDIDATES = 32;

interface Hit {
  readonly paper: PaperBrief;
  readonly score: number;
  readonly entry: ReadingListEntry | null;
}

/**
 * Answers `search`. A paper that several corpora or a corpus and the list have is one hit. The scores of their indexes
 * are not on quite the same scale, since how rare a word is differs between them; for a ranking by eye that is good enough. A
 * sentence goes by kinship to what it says; its scores are below those of papers that have all its words.
 */
export async function searchPapers(
  { query, limit }: Params<'search'>,
  { corpus, list, wordVectors }: Sources,
): Promise<readonly SearchHit[]> {
  const snapshot = await list.snapshot();
  const { text, isOnList } = readSearchQuery(query);
  const sentence = sentenceOf(text);
  const vectors = sentence === null ? null : await wordVectors();
  const wish = { limit, wordVectors: vectors, floor: 0, sharedTermsOf: null };
  const kept = listHits(query, sentence === null ? limit : LIST_CANDIDATES, snapshot);
  const [rankings, near] = await corpus.ask(async (store) => [
    isOnList ? [] : await store.search(query, wish),
    sentence === null
      ? []
      : await store.kinAmong(
          sentence,
          kept.map(({ entry }) => entry.paper),
          wish,
        ),
  ]);
  const hits = joinRankings(rankings).map(({ paper, score }): Hit => {
    return { paper, score, entry: snapshot.entryOf(paper) };
  });
  const shown = new Set(hits.map(({ entry }) => entry?.paper.id));
  for (const hit of sentence === null ? kept : nearHits(kept, near)) {
    if (!shown.has(hit.paper.id)) hits.push(hit);
  }
  return hits
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ paper, entry }) => ({ paper: briefOf(paper), status: entry?.status ?? null }));
}

interface ListHit extends Hit {
  readonly entry: ReadingListEntry;
}

/**
 * A title that is the query stays the best; the others go by how near they come to what the sentence says. Without a corpus, which
 * knows how rare words are, they stay as they are.
 */
function nearHits(kept: readonly ListHit[], near: readonly FoundKin[]): readonly Hit[] {
  if (near.length === 0) return kept;
  const scores = new Map(near.map(({ id, score }) => [id, score]));
  return kept.flatMap((hit) => {
    if (hit.score >= EXACT_TITLE_BONUS) return [hit];
    const score = scores.get(hit.paper.id);
    return score === undefined ? [] : [{ ...hit, score }];
  });
}

/** What of the reading list fits, filtered as a corpus is. */
function listHits(typed: string, limit: number, snapshot: ListSnapshot): readonly ListHit[] {
  const { text, filters, isOnList } = readSearchQuery(typed);
  const { entries } = snapshot;
  if (entries.size === 0) return [];
  if ((filters || isOnList) && text === '') {
    return [...entries.values()]
      .filter(({ paper }) => !filters || passesFilters(paper, filters))
      .map((entry) => ({ paper: entry.paper, score: entry.paper.year ?? 0, entry }));
  }
  return searchIndex(snapshot.textIndex(), text, filters ? entries.size : limit).flatMap(({ id, score }) => {
    const entry = entries.get(id);
    const isFit = entry && (!filters || passesFilters(entry.paper, filters));
    return isFit ? [{ paper: entry.paper, score, entry }] : [];
  });
}
