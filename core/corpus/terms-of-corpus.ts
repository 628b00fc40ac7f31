import type { RankedKin } from '../kin/find-kin';
import type { Paper, PaperBrief } from '../paper';
import type { RankedPaper } from '../search/search';
import type { SearchQuery } from '../search/search-query';
import { TERMS } from '../terms/names';
import { TermsIndex } from '../terms/terms-index';
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

/** The papers of a corpus that fit a query, best first; nothing while its index cannot be read. */
export async function searchCorpus(
  corpus: Corpus,
  { text, filters }: SearchQuery,
  limit: number,
): Promise<readonly FoundInCorpus[]> {
  const found = await (await corpus.part(openTerms)).search(text, { limit, filters });
  const papers = await corpus.briefs(found.map(({ ordinal }) => ordinal));
  return found.flatMap(({ ordinal, score }) => {
    const paper = papers.get(ordinal);
    return paper ? [{ id: paper.id, paper, score }] : [];
  });
}

/** The papers of a corpus nearest to a paper, which need not be in it, nearest first, and why. */
export async function kinInCorpus(
  corpus: Corpus,
  paper: Pick<Paper, 'id' | 'title' | 'abstract'>,
  limit: number,
): Promise<readonly (FoundInCorpus & RankedKin)[]> {
  const found = await (await corpus.part(openTerms)).kin(paper, limit);
  return found.map(({ paper: kin, score, reason }) => ({ id: kin.id, paper: kin, score, reason }));
}
