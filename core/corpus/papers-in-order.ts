import type { Paper } from '../paper';
import type { CorpusFiles } from './corpus-files';
import { PaperBlocks, PAPERS_PER_BLOCK } from './paper-blocks';

/** Read together, so that their unpacking overlaps: some 2.5 MB of papers in memory. */
const BLOCKS_AT_ONCE = 16;
const PAPERS_AT_ONCE = BLOCKS_AT_ONCE * PAPERS_PER_BLOCK;

/** The papers of a corpus in their order, from an ordinal on; what cannot be read is left out. */
export async function* papersInOrder(
  files: CorpusFiles,
  paperCount: number,
  from = 0,
): AsyncGenerator<Paper> {
  const blocks = new PaperBlocks(files, () => undefined);
  for (let first = from; first < paperCount; first += PAPERS_AT_ONCE) {
    const count = Math.min(PAPERS_AT_ONCE, paperCount - first);
    const papers = await blocks.papers(Array.from({ length: count }, (_, at) => first + at));
    for (let at = first; at < first + count; at += 1) {
      const paper = papers.get(at);
      if (paper) yield paper;
    }
  }
}
