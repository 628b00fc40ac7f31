import { sharedTermsOf } from '../../../core/kin/shared-terms';
import { FilesInMemory } from '../../../core/corpus/corpus-files';
import type { WordVectors } from '../../../core/kin/word-vectors';
import type { Paper } from '../../../core/paper';
import { TermsIndex } from '../../../core/terms/terms-index';
import { TermsPart } from '../../../core/terms/terms-part';
import type { KinCase, SetPaper } from './kin-cases';

/** Where there is no pool so many candidates of the index are weighed; the papers beyond them come in no order. */
const CANDIDATES = 300;
/** A ranking by which cards could show so many kin is as long as anybody would look. */
const CARD_LIMIT = 1_000;

/** The product's own index of a set, in memory, asked as the background asks it. */
export interface ProductRanker {
  /** All papers of the pool, nearest first. */
  rank(one: KinCase): Promise<readonly string[]>;
  /** What cards would show of the whole set, nearest first: only what is near enough and has a reason. */
  card(query: SetPaper): Promise<readonly string[]>;
}

export async function productRanker(
  set: readonly SetPaper[],
  wordVectors: WordVectors | null,
): Promise<ProductRanker> {
  const papers = set.map(paperOf);
  const index = await indexOf(papers);
  const ordinals = new Map(papers.map(({ id }, ordinal) => [id, ordinal]));
  const idOf = (ordinal: number): string => papers[ordinal]?.id ?? '';
  return {
    async rank({ query, pool }) {
      const wanted = pool
        ? pool.flatMap((id) => ordinals.get(id) ?? [])
        : (await index.kinCandidates(query, CANDIDATES)).map(({ ordinal }) => ordinal);
      const read = new Map(
        wanted.flatMap((ordinal) => {
          const paper = papers[ordinal];
          return paper ? [[ordinal, paper] as const] : [];
        }),
      );
      return (await index.rankKin(query, read, wordVectors)).map(({ ordinal }) => idOf(ordinal));
    },
    async card(query) {
      return (await index.kin(query, { limit: CARD_LIMIT, wordVectors, sharedTermsOf })).map(
        ({ paper }) => paper.id,
      );
    },
  };
}

async function indexOf(papers: readonly Paper[]): Promise<TermsIndex> {
  const files = new FilesInMemory();
  const part = new TermsPart();
  for (const [ordinal, paper] of papers.entries()) part.add(ordinal, paper);
  await files.write(part.flush(0));
  await part.merge(files, 1);
  const read = async (ordinals: readonly number[]) =>
    new Map(
      ordinals.flatMap((ordinal) => {
        const paper = papers[ordinal];
        return paper ? [[ordinal, paper] as const] : [];
      }),
    );
  return new TermsIndex(files, { papers: read, briefs: read });
}

function paperOf({ id, title, abstract }: SetPaper): Paper {
  const unknown = { year: null, month: null, venue: null, arxiv: null, doi: null };
  return { id, title, abstract, otherTitles: [], authors: [], ...unknown, url: null, pdf: null, code: null };
}
