import type { Health } from '../core/health';
import { BUNDLED_CORPUS_ID } from '../store/corpus-store';
import type { Sources } from './identify';

/** Answers `health`: tries both databases first, so that trouble shows before it costs anything. */
export async function reportHealth({ corpus, list }: Sources): Promise<Health> {
  const stamp = await corpus.ask((store) => store.stamp(BUNDLED_CORPUS_ID));
  await list.snapshot();
  const [corpusTrouble, listTrouble] = [corpus.trouble(), list.trouble()];
  return {
    corpus: corpusTrouble ? 'memory' : 'database',
    library: listTrouble ? 'session' : 'database',
    reason: (listTrouble ?? corpusTrouble)?.message ?? null,
    paperCount: stamp?.paperCount ?? 0,
  };
}
