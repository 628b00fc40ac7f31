import type { CorpusFolder } from './corpus-files';
import type { ReportDamage } from './damage';
import type { CorpusManifest } from './manifest';
import { mergePart } from './merge-part';
import { PaperBlocks, PAPERS_PER_BLOCK } from './paper-blocks';
import type { PartBuilder } from './part';

const BUFFER_BYTES = 48_000_000;

/**
 * Makes the files of one part anew from the papers, in the place of the ones that are damaged; the others turn out as
 * they were. Papers in a block that cannot be read are reported and stay out. Interrupted, it is started again.
 */
export async function rebuildPart(
  folder: CorpusFolder,
  { paperCount }: CorpusManifest,
  part: PartBuilder,
  report: ReportDamage,
  bufferBytes = BUFFER_BYTES,
): Promise<void> {
  const blocks = new PaperBlocks(folder, report);
  let runs = 0;
  for (let first = 0; first < paperCount; first += PAPERS_PER_BLOCK) {
    const count = Math.min(PAPERS_PER_BLOCK, paperCount - first);
    const papers = await blocks.papers(Array.from({ length: count }, (_, at) => first + at));
    for (const [ordinal, paper] of papers) part.add(ordinal, paper);
    if (part.bufferedBytes >= bufferBytes) await folder.write(part.flush(runs++));
  }
  await folder.write(part.flush(runs++));
  const { obsolete } = await mergePart(folder, part, runs);
  await folder.remove(obsolete);
}
