import type { Damage } from '../core/corpus/damage';
import { waitingParts, withDamage, withTry } from '../core/corpus/repair-notes';
import { BUNDLED_CORPUS_ID, type CorpusDamage, type CorpusStamp } from '../store/corpus-store';
import { readBundled } from './bundled';
import type { EnginePorts } from './ports';

/** Sees to damaged files: the bundled corpus is installed again, others are noted and made good elsewhere. */
export interface Repairs {
  /** Sees to damage that a question met; to that of one file once in each worker's life. */
  attend(damages: readonly CorpusDamage[]): Promise<void>;
  /** Has a repair gone on with that an earlier worker asked for and that did not come to its end. */
  resume(): Promise<void>;
}

/** Sees to the corpora of the database. Nothing is read before the first damage. */
export function createRepairs(ports: EnginePorts): Repairs {
  const { corpus, repairs, now, requestRepair, onCorporaChanged } = ports;
  const attended = new Set<string>();

  async function attendImported(stamp: CorpusStamp, damages: readonly Damage[]): Promise<void> {
    const notes = await repairs.change(stamp, (before) => withDamage(before, damages, now()));
    if (notes && waitingParts(notes).length > 0) requestRepair();
  }

  async function attendBundled(stamp: CorpusStamp, damages: readonly Damage[]): Promise<void> {
    const installed = await corpus.replace(await readBundled(ports), now(), stamp);
    const parts = new Set(damages.map(({ part }) => part));
    await repairs.change(installed, (before) =>
      [...parts].reduce(
        (notes, part) => withTry(notes, part, true, now()),
        withDamage(before, damages, now()),
      ),
    );
    onCorporaChanged();
  }

  return {
    async attend(damages) {
      // What a newer Paperkin wrote is whole: it waits for that one.
      const fresh = damages.filter(
        ({ corpusId, file, reason }) => reason !== 'newer' && !attended.has(`${corpusId} ${file}`),
      );
      if (fresh.length === 0) return;
      for (const { corpusId, file } of fresh) attended.add(`${corpusId} ${file}`);
      for (const stamp of await corpus.stamps()) {
        const own = fresh.filter(({ corpusId }) => corpusId === stamp.id);
        if (own.length === 0) continue;
        await (stamp.id === BUNDLED_CORPUS_ID ? attendBundled : attendImported)(stamp, own);
      }
    },
    async resume() {
      for (const stamp of await corpus.stamps()) {
        if (stamp.id === BUNDLED_CORPUS_ID) continue;
        if (waitingParts(await repairs.of(stamp)).length > 0) return requestRepair();
      }
    },
  };
}
