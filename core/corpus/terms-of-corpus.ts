import type { RankedKin } from '../kin/find-kin';
import type { Paper } from '../paper';
import type { RankedPaper } from '../search/search';
import { TERMS } from '../terms/names';
import { TermsIndex } from '../terms/terms-index';
import type { Corpus, OpenPart } from './corpus';
import { unsealedFiles, type SealedPartFormat } from './sealed-part';

/** The envelope of the index of words. */
export const SEALED_TERMS: SealedPartFormat = { part: TERMS, format: { kind: 'term', version: 1 } };

/** Opens that index; to be given to `Corpus.part`. */
const openTerms: OpenPart<TermsIndex> = async (files, report, corpus) =>
  new TermsIndex(unsealedFiles(files, SEALED_TERMS, report), (ordinals) => corpus.papers(ordinals));

/** The papers of a corpus that fit the words of a query, best first; nothing while its index cannot be read. */
export async function searchCorpus(
  corpus: Corpus,
  query: string,
  limit: number,
): Promise<readonly RankedPaper[]> {
  const found = await (await corpus.part(openTerms)).search(query, { limit });
  const papers = await corpus.papers(found.map(({ ordinal }) => ordinal));
  return found.flatMap(({ ordinal, score }) => {
    const paper = papers.get(ordinal);
    return paper ? [{ id: paper.id, score }] : [];
  });
}

/** The papers of a corpus nearest to a paper, which need not be in it, nearest first, and why. */
export async function kinInCorpus(
  corpus: Corpus,
  paper: Pick<Paper, 'id' | 'title' | 'abstract'>,
  limit: number,
): Promise<readonly RankedKin[]> {
  const found = await (await corpus.part(openTerms)).kin(paper, limit);
  return found.map(({ paper: { id }, score, reason }) => ({ id, score, reason }));
}
