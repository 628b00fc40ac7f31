import { CorpusBuilder } from '../core/corpus/builder';
import { FilesInMemory } from '../core/corpus/corpus-files';
import { KeyTableBuilder } from '../core/corpus/key-table-builder';
import type { PartBuilder } from '../core/corpus/part';
import { termsBuilder, titlesBuilder } from '../core/corpus/part-builders';
import type { Paper } from '../core/paper';
import type { FiledCorpus } from './corpus-store';

/** A corpus with its papers, small enough to be held in memory. */
export interface CorpusContent {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly version: string;
  readonly papers: readonly Paper[];
}

/** Builders of every index that a corpus has beside its papers, new ones for each build. */
export function partBuilders(): readonly PartBuilder[] {
  return [new KeyTableBuilder(), termsBuilder(), titlesBuilder()];
}

/** Makes the files of a small corpus in memory: about a millisecond a paper, so not where somebody waits. */
export async function fileCorpus({ papers, ...facts }: CorpusContent): Promise<FiledCorpus> {
  const files = new FilesInMemory();
  const builder = await CorpusBuilder.resume(files, { parts: partBuilders() });
  for (const paper of papers) await builder.add(paper, null);
  const { paperCount } = await builder.finish();
  const bytes = [...files.sizes().values()].reduce((sum, size) => sum + size, 0);
  const { id, name, source, version } = facts;
  return { files, facts: { id, name, source, version, paperCount, bytes } };
}
