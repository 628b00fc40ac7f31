import type { CorpusFolder } from '../core/corpus/corpus-files';
import type { Damage } from '../core/corpus/damage';
import { MANIFEST_FILE, packManifest, readManifest } from '../core/corpus/manifest';
import { rebuildPart } from '../core/corpus/rebuild';
import { waitingParts, withDamage, withTry } from '../core/corpus/repair-notes';
import type { CorpusShelf } from './corpus-shelf';
import type { CorpusStamp, CorpusStore } from './corpus-store';
import { partBuilders } from './filed-corpus';
import type { RepairLog } from './repair-notes';
import { StorageError } from './storage-error';

/** What a repair needs of the corpus database. */
export interface RepairPlace extends Pick<CorpusStore, 'stamps'> {
  readonly shelf: CorpusShelf;
  readonly repairs: RepairLog;
}

/**
 * Makes every part anew that is noted as waiting, each once. Readers go on without it meanwhile. Killed anywhere, it is
 * done again from the start of that part. To be called under the lock of imports. `now` in milliseconds since the epoch.
 */
export async function repairCorpora(place: RepairPlace, now: () => number): Promise<void> {
  for (const stamp of await place.stamps()) {
    const notes = await place.repairs.of(stamp);
    // Nothing can be read without the manifest, the papers neither.
    for (const part of waitingParts(notes).toSorted((a, b) => rank(a) - rank(b)))
      await repairPart(place, stamp, part, now);
  }
}

const rank = (part: string): number => (part === MANIFEST_FILE ? 0 : 1);

async function repairPart(
  { shelf, repairs }: RepairPlace,
  stamp: CorpusStamp,
  part: string,
  now: () => number,
): Promise<void> {
  const lost: Damage[] = [];
  const folder = shelf.folder({ corpusId: stamp.id, generation: stamp.generation });
  const isRepaired = await made(folder, stamp, part, (damage) => void lost.push(damage));
  await repairs.change(stamp, (notes) => withDamage(withTry(notes, part, isRepaired, now()), lost, now()));
}

/** False for a part that the database did not take, and for one that this version knows nothing of. */
async function made(
  folder: CorpusFolder,
  stamp: CorpusStamp,
  part: string,
  report: (damage: Damage) => void,
): Promise<boolean> {
  try {
    const manifest = await manifestOf(folder, stamp);
    if (part === MANIFEST_FILE) return true;
    const builder = partBuilders().find(({ name }) => name === part);
    if (!builder) return false;
    await rebuildPart(folder, manifest, builder, report);
    return true;
  } catch (error) {
    if (error instanceof StorageError) return false;
    throw error;
  }
}

/** One that cannot be read is written anew from the stamp: only what each part takes by itself is not known any more. */
async function manifestOf(folder: CorpusFolder, { paperCount, bytes }: CorpusStamp) {
  const read = await readManifest(folder);
  if (read.ok) return read.value;
  const manifest = { paperCount, duplicates: 0, bytes: { papers: bytes } };
  await folder.write(new Map([[MANIFEST_FILE, packManifest(manifest)]]));
  return manifest;
}
