import type { FoundKin } from '../core/corpus/terms-of-corpus';
import type { Kin, KinReason } from '../core/kin/kin';
import { sharedAuthor } from '../core/kin/shared-author';
import type { SharedTermsOf } from '../core/kin/shared-terms';
import type { Paper, PaperBrief } from '../core/paper';
import { isSamePaper } from '../core/titles/same-paper';
import { briefOf } from './brief';
import type { Sources } from './identify';
import { joinRankings } from './ranked';
import type { ListSnapshot } from './reading-list';

/** The card shows the first three; the popup has room for all. */
const KIN_LIMIT = 6;
/** So many more are asked for, since some are versions of one paper and some share nothing that could be told. */
const KIN_MORE = 3;
/** Of the reading list so many are weighed: those whose titles have most of the paper's words. */
const LIST_CANDIDATES = 16;

/**
 * The papers nearest to one, of all corpora and the reading list, nearest first: each once, and none without a reason. Without what
 * tells what papers share, those by the same people.
 */
export async function kinOf(
  paper: Paper,
  { corpus, list, wordVectors }: Sources,
  telling: Promise<SharedTermsOf | null>,
): Promise<readonly Kin[]> {
  const [snapshot, vectors, sharedTermsOf] = await Promise.all([list.snapshot(), wordVectors(), telling]);
  const wish = { limit: KIN_LIMIT + KIN_MORE, wordVectors: vectors, sharedTermsOf };
  const text = `${paper.title}\n${paper.abstract ?? ''}`;
  const kept = snapshot.nearTitles()(text, LIST_CANDIDATES);
  const rankings = await corpus.ask(async (store) => [
    ...(await store.kin(paper, wish)),
    await store.kinAmong(paper, kept, wish),
  ]);
  const told: PaperBrief[] = [paper];
  const kin: Kin[] = [];
  for (const found of joinRankings(rankings)) {
    if (kin.length === KIN_LIMIT) break;
    const reasons = reasonsOf(found, paper, snapshot);
    if (reasons.length === 0 || told.some((before) => isSamePaper(before, found.paper))) continue;
    told.push(found.paper);
    kin.push({ paper: briefOf(found.paper), score: found.score, reasons });
  }
  return kin;
}

/** Nothing to tell means that only the language of abstracts is shared: a place on the list alone is no kinship. */
function reasonsOf(
  { paper: kin, terms }: FoundKin,
  paper: Paper,
  snapshot: ListSnapshot,
): readonly KinReason[] {
  const author = sharedAuthor(paper.authors, kin.authors);
  const reasons: KinReason[] = [];
  if (terms.length > 0) reasons.push({ kind: 'shared-terms', terms });
  if (author !== null) reasons.push({ kind: 'same-author', name: author });
  if (reasons.length > 0 && snapshot.entryOf(kin) !== null) reasons.push({ kind: 'on-list' });
  return reasons;
}
