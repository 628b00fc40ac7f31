import { CorpusBuilder } from '../core/corpus/builder';
import { FilesInMemory } from '../core/corpus/corpus-files';
import { KeyTableBuilder } from '../core/corpus/key-table-builder';
import type { PartBuilder } from '../core/corpus/part';
import { termsBuilder } from '../core/corpus/terms-of-corpus';
import { titlesBuilder } from '../core/corpus/titles-of-corpus';
import type { CorpusContent, CorpusStamp } from './corpus-store';

/** Builders of every index that a corpus has beside its papers, new ones for each build. */
export function partBuilders(): readonly PartBuilder[] {
  return [new KeyTableBuilder(), termsBuilder(), titlesBuilder()];
}

/** A corpus as files that are not yet anywhere. */
export interface FiledCorpus {
  readonly files: FilesInMemory;
  /** All of its stamp but what the place decides. */
  readonly facts: Omit<CorpusStamp, 'generation' | 'importedAt' | 'enabled'>;
}

/** Makes the files of a small corpus in memory: about a millisecond a paper, so not for every start. */
export async function fileCorpus({ papers, ...facts }: CorpusContent): Promise<FiledCorpus> {
  const files = new FilesInMemory();
  const builder = await CorpusBuilder.resume(files, { parts: partBuilders() });
  for (const paper of papers) await builder.add(paper, null);
  const { paperCount } = await builder.finish();
  const bytes = [...files.sizes().values()].reduce((sum, size) => sum + size, 0);
  const { id, name, source, version } = facts;
  return { files, facts: { id, name, source, version, paperCount, bytes } };
}
