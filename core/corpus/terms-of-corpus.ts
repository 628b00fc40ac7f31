import type { RankedKin } from '../kin/kin';
import type { Paper, PaperBrief } from '../paper';
import type { RankedPaper } from '../search/search';
import { passesFilters, type SearchQuery } from '../search/search-query';
import { sentenceOf } from '../search/sentence';
import { TERMS } from '../terms/names';
import type { KinFound, KinQuery } from '../terms/kin-terms';
import { TermsIndex, type KinWish } from '../terms/terms-index';
import type { Corpus, OpenPart } from './corpus';
import { unsealedFiles, type SealedPartFormat } from './sealed-part';

/** The envelope of the index of words. */
export const SEALED_TERMS: SealedPartFormat = { part: TERMS, format: { kind: 'term', version: 1 } };

/** Opens that index; to be given to `Corpus.part`. */
const openTerms: OpenPart<TermsIndex> = async (files, report, corpus) =>
  new TermsIndex(unsealedFiles(files, SEALED_TERMS, report), {
    papers: (ordinals) => corpus.papers(ordinals),
    briefs: (ordinals) => corpus.briefs(ordinals),
  });

/** A paper of a corpus, and how well it fits what was asked. */
export interface FoundInCorpus extends RankedPaper {
  readonly paper: PaperBrief;
}

/**
 * The papers of a corpus that fit a query, best first; nothing while its index cannot be read. A sentence is met by papers that
 * have all its words, if there are any, and then by those that come near to what it says.
 */
export async function searchCorpus(
  corpus: Corpus,
  query: Pick<SearchQuery, 'text' | 'filters'>,
  wish: KinWish,
): Promise<readonly FoundInCorpus[]> {
  const { text, filters } = query;
  const sentence = sentenceOf(text);
  const index = await corpus.part(openTerms);
  const found = await index.search(text, { limit: wish.limit, filters, needsAll: sentence !== null });
  const papers = await corpus.briefs(found.map(({ ordinal }) => ordinal));
  const hits = found.flatMap(({ ordinal, score }): readonly FoundInCorpus[] => {
    const paper = papers.get(ordinal);
    return paper ? [{ id: paper.id, paper, score }] : [];
  });
  if (sentence === null || hits.length >= wish.limit) return hits;
  const near = await kinInCorpus(corpus, sentence, {
    ...wish,
    limit: filters ? NEAR_MAX : wish.limit,
    floor: 0,
  });
  const isNew = ({ id, paper }: FoundKin): boolean =>
    hits.every((hit) => hit.id !== id) && (filters === null || passesFilters(paper, filters));
  return [...hits, ...near.filter(isNew)].slice(0, wish.limit);
}

/** Of so many near papers those are kept that pass the filters. */
const NEAR_MAX = 50;

/** A paper near to another, wherever it stands. */
export type FoundKin = FoundInCorpus & RankedKin;

/**
 * The papers of a corpus nearest to a paper, which need not be in it, nearest first, and why. What `weighing` knows of how rare
 * words are decides: of a dozen papers about one thing each word is in many, and none would tell anything.
 */
export async function kinInCorpus(
  corpus: Corpus,
  paper: KinQuery,
  wish: KinWish,
  weighing = corpus,
): Promise<readonly FoundKin[]> {
  const index = await corpus.part(openTerms);
  if (weighing === corpus) return (await index.kin(paper, wish)).map(foundKin);
  return kinByCorpus(weighing, paper, [...(await index.papersNear(paper)).values()], wish);
}

/** The same among papers of elsewhere, weighed with what the corpus knows of how rare words are. */
export async function kinByCorpus(
  corpus: Corpus,
  paper: KinQuery,
  others: readonly Paper[],
  wish: KinWish,
): Promise<readonly FoundKin[]> {
  return (await (await corpus.part(openTerms)).kinAmong(paper, others, wish)).map(foundKin);
}

/**
 * How near papers of elsewhere are to a text, 0 to 1, in their order, weighed with what the corpus knows of how rare words are. Null
 * where its index cannot tell.
 */
export async function kinScoresByCorpus(
  corpus: Corpus,
  text: KinQuery,
  others: readonly Paper[],
  wordVectors: KinWish['wordVectors'],
): Promise<readonly number[] | null> {
  const index = await corpus.part(openTerms);
  const ranked = await index.rankKin(text, new Map(others.entries()), wordVectors);
  if (ranked.length < others.length) return null;
  const scores = others.map(() => 0);
  for (const { ordinal, score } of ranked) scores[ordinal] = Math.min(1, score);
  return scores;
}

const foundKin = ({ paper, score, terms }: KinFound): FoundKin => ({ id: paper.id, paper, score, terms });
