import { repairStateOf } from '../core/corpus/repair-notes';
import type { CorpusRepair, Health } from '../core/health';
import { BUNDLED_CORPUS_ID, type CorpusStore } from '../store/corpus-store';
import type { Sources } from './identify';
import type { EnginePorts } from './ports';

/** What `health` reads from. */
interface HealthSources extends Sources {
  readonly ports: Pick<EnginePorts, 'corpus' | 'denials' | 'repairs'>;
}

/**
 * Answers `health`: tries both databases first, so that trouble shows before it costs anything. It is asked at every
 * start of the browser, so a repair that was interrupted is gone on with here.
 */
export async function reportHealth(sources: HealthSources): Promise<Health> {
  const { corpus, list } = sources;
  const repairs = await corpus.ask((store) => repairsOf(store, sources));
  const stamp = await corpus.ask((store) => store.stamp(BUNDLED_CORPUS_ID));
  await list.snapshot();
  const [corpusTrouble, listTrouble] = [corpus.trouble(), list.trouble()];
  const trouble = listTrouble ?? corpusTrouble;
  return {
    corpus: corpusTrouble ? 'memory' : 'database',
    library: listTrouble ? 'session' : 'database',
    reason: trouble?.message ?? null,
    isNewer: trouble?.kind === 'newer',
    paperCount: stamp?.paperCount ?? 0,
    repairs,
  };
}

async function repairsOf(
  store: CorpusStore,
  { corpus, ports }: HealthSources,
): Promise<readonly CorpusRepair[]> {
  // In memory nothing is damaged.
  if (store !== ports.corpus) return [];
  await corpus.repairs.resume();
  const found = await Promise.all(
    (await store.stamps()).map(async (stamp) => {
      const condition = repairStateOf(await ports.repairs.of(stamp));
      return condition ? [{ corpusId: stamp.id, name: stamp.name, state: condition.state }] : [];
    }),
  );
  return found.flat();
}
